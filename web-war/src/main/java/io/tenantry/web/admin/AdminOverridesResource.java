package io.tenantry.web.admin;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.plan.ChangeOverrides;
import io.tenantry.tenant.plan.OverrideKind;
import io.tenantry.tenant.plan.OverrideValues;
import io.tenantry.tenant.plan.OverrideView;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.PlatformAdminOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What a tenant has otherwise than by its plan. */
@Path("admin/tenants/{id}/overrides")
@RequestScoped
@Produces("application/json")
@PlatformAdminOnly
public class AdminOverridesResource {

    @Inject
    KnownTenants tenants;

    @Inject
    ChangeOverrides overrides;

    /** {@code nextCursor} is always {@code null}: there are no more of them than features and resources. */
    public record OverridesView(List<OverrideView> items, String nextCursor) {}

    /** {@code expiresAt}: from when the plan holds again, never if left out. */
    public record FeatureOverrideRequest(
            @NotNull Boolean enabled,
            @NotBlank @Size(min = 1, max = 500) String reason,
            Instant expiresAt) {}

    /** {@code hardLimit} is {@code null} for none. {@code expiresAt}: as for a feature. */
    public record LimitOverrideRequest(
            @NotNull @Min(0) @Max(1_000_000_000_000_000L) Long included,
            @Min(0) @Max(1_000_000_000_000_000L) Long hardLimit,
            @NotBlank @Size(min = 1, max = 500) String reason,
            Instant expiresAt) {}

    @GET
    public OverridesView list(@PathParam("id") String id) {
        return new OverridesView(TenantContext.call(tenants.inPath(id), overrides::all), null);
    }

    @PUT
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OverrideView.class)))
    @Path("features/{feature}")
    @Consumes("application/json")
    public Response putFeature(
            @PathParam("id") String id,
            @PathParam("feature") String feature,
            @HeaderParam("If-Match") String ifMatch,
            FeatureOverrideRequest request) {
        return put(
                id,
                feature,
                ifMatch,
                OverrideValues.ofFeature(request.enabled(), request.reason(), request.expiresAt()));
    }

    @PUT
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OverrideView.class)))
    @Path("limits/{resource}")
    @Consumes("application/json")
    public Response putLimit(
            @PathParam("id") String id,
            @PathParam("resource") String resource,
            @HeaderParam("If-Match") String ifMatch,
            LimitOverrideRequest request) {
        return put(
                id,
                resource,
                ifMatch,
                OverrideValues.ofLimit(request.included(), request.hardLimit(), request.reason(), request.expiresAt()));
    }

    @DELETE
    @Path("features/{feature}")
    public void removeFeature(
            @PathParam("id") String id, @PathParam("feature") String feature, @HeaderParam("If-Match") String ifMatch) {
        remove(id, OverrideKind.feature, feature, ifMatch);
    }

    @DELETE
    @Path("limits/{resource}")
    public void removeLimit(
            @PathParam("id") String id,
            @PathParam("resource") String resource,
            @HeaderParam("If-Match") String ifMatch) {
        remove(id, OverrideKind.limit, resource, ifMatch);
    }

    private Response put(String id, String name, String ifMatch, OverrideValues values) {
        OverrideView override =
                TenantContext.call(tenants.inPath(id), () -> overrides.put(name, Parameters.version(ifMatch), values));
        return Answers.ok(override, override.version());
    }

    private void remove(String id, OverrideKind kind, String name, String ifMatch) {
        TenantContext.run(tenants.inPath(id), () -> overrides.remove(kind, name, Parameters.version(ifMatch)));
    }
}
