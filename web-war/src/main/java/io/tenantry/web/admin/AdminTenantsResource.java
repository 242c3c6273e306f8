package io.tenantry.web.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.lifecycle.ChangeTenantStatus;
import io.tenantry.tenant.lifecycle.FindPurges;
import io.tenantry.tenant.lifecycle.PurgeTenant;
import io.tenantry.tenant.lifecycle.PurgeView;
import io.tenantry.tenant.onboarding.OnboardTenant;
import io.tenantry.tenant.registry.ChangeTenantSettings;
import io.tenantry.tenant.registry.CreateTenant;
import io.tenantry.tenant.registry.FindTenants;
import io.tenantry.tenant.registry.TenantSettings;
import io.tenantry.tenant.registry.TenantStatus;
import io.tenantry.tenant.registry.TenantView;
import io.tenantry.tenant.signin.PasswordHashes;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.PlatformAdminOnly;
import io.tenantry.web.json.BodyBinding;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The registry of tenants, for the administrator of the platform. */
@Path("admin/tenants")
@RequestScoped
@Produces("application/json")
@PlatformAdminOnly
public class AdminTenantsResource {

    private static final int MAX_PREFIX = 200;

    @Inject
    FindTenants find;

    @Inject
    OnboardTenant onboard;

    @Inject
    ChangeTenantSettings changeSettings;

    @Inject
    ChangeTenantStatus changeStatus;

    @Inject
    PurgeTenant purgeTenant;

    @Inject
    FindPurges findPurges;

    @Inject
    BodyBinding binding;

    @Inject
    PasswordHashes passwordHashes;

    public record SuspendRequest(
            @NotBlank @Size(min = 1, max = 500) String reason) {}

    /** {@code confirm}: the tenant's slug. */
    public record CloseRequest(
            @NotBlank @Size(min = 1, max = 500) String reason,
            @NotNull @Size(min = 1, max = 63) String confirm) {}

    /** {@code confirm}: the tenant's slug. */
    public record PurgeRequest(
            @NotNull @Size(min = 1, max = 63) String confirm) {}

    @GET
    public Page<TenantView> list(
            @BeanParam ListParameters list,
            @QueryParam("status") String status,
            @QueryParam("plan") String plan,
            @QueryParam("q") @Parameter(description = "with which the slug or the name begins, in any case") String q) {
        return find.page(new FindTenants.Filter(status(status), plan, prefix(q)), list.page());
    }

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TenantView.class)))
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        TenantView tenant = find.get(Parameters.id(id));
        return Answers.ok(tenant, tenant.version());
    }

    @PATCH
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TenantView.class)))
    @Path("{id}")
    @Consumes({"application/json", "application/merge-patch+json"})
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        return changed(
                id,
                () -> changeSettings.change(
                        Parameters.version(ifMatch), present -> binding.patch(patch, present, TenantSettings.class)));
    }

    /** Its members are refused from the next request on. */
    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TenantView.class)))
    @Path("{id}/suspend")
    @Consumes("application/json")
    public Response suspend(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, SuspendRequest body) {
        return changed(id, () -> changeStatus.suspend(Parameters.version(ifMatch), body.reason()));
    }

    /** Back to the status before it was suspended or closed. */
    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TenantView.class)))
    @Path("{id}/resume")
    public Response resume(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return changed(id, () -> changeStatus.resume(Parameters.version(ifMatch)));
    }

    /** Begins the grace after which all its data goes. */
    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TenantView.class)))
    @Path("{id}/close")
    @Consumes("application/json")
    public Response close(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, CloseRequest body) {
        return changed(id, () -> changeStatus.close(Parameters.version(ifMatch), body.reason(), body.confirm()));
    }

    /** Once the grace is over; what a request has no time for is done by the timer. */
    @POST
    @Path("{id}/purge")
    @Consumes("application/json")
    public PurgeView.Detail purge(@PathParam("id") String id, PurgeRequest body) {
        UUID tenant = Parameters.id(id);
        purgeTenant.onRequest(new TenantId(tenant), body.confirm());
        return findPurges.get(tenant);
    }

    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TenantView.class)))
    @Consumes("application/json")
    public Response create(CreateTenantRequest request) {
        OnboardTenant.Wanted wanted = request.wanted(passwordHashes);
        TenantId id = TenantContext.call(CreateTenant.newId(), () -> onboard.onboard(wanted));
        TenantView tenant = find.get(id.value());
        return Answers.created("admin/tenants/" + id, tenant, tenant.version());
    }

    /** The thread works for the tenant meanwhile: the change stands in its own activity log. */
    private Response changed(String id, Runnable change) {
        TenantId tenant = new TenantId(Parameters.id(id));
        TenantContext.run(tenant, change);
        TenantView changed = find.get(tenant.value());
        return Answers.ok(changed, changed.version());
    }

    private static TenantStatus status(String code) {
        return code == null
                ? null
                : TenantStatus.find(code)
                        .orElseThrow(
                                () -> ProblemException.invalid("/status", "validation.one-of", TenantStatus.codes()));
    }

    private static String prefix(String text) {
        if (text != null && (text.isEmpty() || text.length() > MAX_PREFIX)) {
            throw ProblemException.invalid("/q", "validation.size", 1, MAX_PREFIX);
        }
        return text;
    }
}
