package io.tenantry.web.admin;

import io.tenantry.billing.payment.RecordPayment;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.PlatformAdminOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;

/** Gives up an invoice: nobody expects its money any more. */
@Path("admin/tenants/{id}/invoices/{invoiceId}/uncollectible")
@RequestScoped
@Produces("application/json")
@PlatformAdminOnly
public class UncollectibleResource {

    @Inject
    KnownTenants tenants;

    @Inject
    RecordPayment payments;

    public record GiveUpRequest(
            @NotBlank @Size(min = 1, max = 500) String reason) {}

    @POST
    @Consumes("application/json")
    public void giveUp(@PathParam("id") String id, @PathParam("invoiceId") String invoiceId, GiveUpRequest request) {
        UUID invoice = Parameters.id(invoiceId);
        TenantContext.run(tenants.inPath(id), () -> payments.giveUp(invoice, request.reason()));
    }
}
