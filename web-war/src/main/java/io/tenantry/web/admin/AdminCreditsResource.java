package io.tenantry.web.admin;

import io.tenantry.billing.credit.CreditSource;
import io.tenantry.billing.credit.FindCredits;
import io.tenantry.billing.credit.GrantCredit;
import io.tenantry.billing.credit.GrantedCredit;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.web.billing.CreditViews.CreditsView;
import io.tenantry.web.billing.CreditViews.GrantView;
import io.tenantry.web.billing.MoneyBody;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.OnceForTenant;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.PlatformAdminOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Credit that the platform gives to tenants. */
@Path("admin/credits")
@RequestScoped
@Produces("application/json")
@PlatformAdminOnly
public class AdminCreditsResource {

    @Inject
    KnownTenants tenants;

    @Inject
    FindCredits find;

    @Inject
    GrantCredit grant;

    @Inject
    OnceForTenant once;

    /**
     * {@code tenant}: id or slug. {@code reason}: as the tenant reads it. {@code expiresOn}: the first day on which it is no
     * longer worth anything.
     */
    public record CreditRequest(
            @NotBlank @Size(min = 1, max = 63) String tenant,
            @NotNull @Valid MoneyBody amount,
            @NotBlank @Size(min = 1, max = 500) String reason,
            LocalDate expiresOn) {}

    /** {@code tenant}: id or slug. */
    public record RevokeCreditRequest(
            @NotBlank @Size(min = 1, max = 63) String tenant) {}

    @GET
    public CreditsView list(
            @BeanParam ListParameters list,
            @QueryParam("of") @Parameter(required = true, description = "id or slug of the tenant") String of) {
        return TenantContext.call(tenants.named("/of", of), () -> CreditsView.of(find, list.page()));
    }

    @GET
    @Path("{id}")
    public GrantView get(
            @PathParam("id") String id,
            @QueryParam("of") @Parameter(required = true, description = "id or slug of the tenant") String of) {
        return TenantContext.call(tenants.named("/of", of), () -> GrantView.of(find.get(Parameters.id(id))));
    }

    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = GrantView.class)))
    @Consumes("application/json")
    public Response create(CreditRequest request) {
        TenantId tenant = tenants.named("/tenant", request.tenant());
        return once.call(tenant, () -> {
            GrantedCredit granted = grant.grant(
                    request.amount().money("/amount"), CreditSource.grant, request.reason(), request.expiresOn());
            return Answers.created(
                    "admin/credits/" + granted.id() + "?of=" + tenant, GrantView.of(granted), granted.version());
        });
    }

    /** Takes back what is left. */
    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GrantView.class)))
    @Path("{id}/revoke")
    @Consumes("application/json")
    public Response revoke(@PathParam("id") String id, RevokeCreditRequest request) {
        return once.call(tenants.named("/tenant", request.tenant()), () -> {
            GrantedCredit revoked = grant.revoke(Parameters.id(id));
            return Answers.ok(GrantView.of(revoked), revoked.version());
        });
    }
}
