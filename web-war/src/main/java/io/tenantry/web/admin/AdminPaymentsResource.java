package io.tenantry.web.admin;

import io.tenantry.billing.payment.FindPayments;
import io.tenantry.billing.payment.PaymentValues;
import io.tenantry.billing.payment.RecordPayment;
import io.tenantry.billing.payment.RecordedPayment;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.web.billing.MoneyBody;
import io.tenantry.web.billing.PaymentViews.PaymentView;
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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Money that came another way than by a payment provider. */
@Path("admin/tenants/{id}/invoices/{invoiceId}/payments")
@RequestScoped
@Produces("application/json")
@PlatformAdminOnly
public class AdminPaymentsResource {

    @Inject
    KnownTenants tenants;

    @Inject
    FindPayments find;

    @Inject
    RecordPayment payments;

    @Inject
    OnceForTenant once;

    /** {@code reference}: by which it is known there; each is recorded once. {@code receivedAt}: now if left out. */
    public record PaymentRequest(
            @NotNull @Valid MoneyBody amount,

            @NotNull @Pattern(regexp = "[A-Za-z][A-Za-z0-9-]{0,39}")
            String method,

            @NotBlank @Size(min = 1, max = 200) @Pattern(regexp = "[^\\p{Cc}\\u2028\\u2029]*")
            String reference,

            Instant receivedAt) {

        PaymentValues values() {
            return new PaymentValues(
                    amount.money("/amount"),
                    method,
                    reference.strip(),
                    receivedAt == null ? null : receivedAt.truncatedTo(ChronoUnit.MICROS));
        }
    }

    @GET
    public Page<PaymentView> list(
            @PathParam("id") String id, @PathParam("invoiceId") String invoiceId, @BeanParam ListParameters list) {
        return TenantContext.call(
                tenants.inPath(id), () -> PaymentView.page(find.page(Parameters.id(invoiceId), list.page())));
    }

    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PaymentView.class)))
    @Consumes("application/json")
    public Response record(
            @PathParam("id") String id, @PathParam("invoiceId") String invoiceId, PaymentRequest request) {
        UUID invoice = Parameters.id(invoiceId);
        return once.call(tenants.inPath(id), () -> {
            RecordedPayment payment = payments.record(invoice, request.values());
            return Answers.created(
                    "admin/tenants/" + id + "/invoices/" + invoiceId + "/payments",
                    PaymentView.of(payment),
                    payment.version());
        });
    }
}
