package io.tenantry.web.admin;

import io.tenantry.billing.invoicing.FindInvoices;
import io.tenantry.billing.invoicing.Invoice;
import io.tenantry.billing.invoicing.IssueCreditNote;
import io.tenantry.billing.invoicing.VoidInvoice;
import io.tenantry.billing.subscription.TenantDay;
import io.tenantry.web.billing.InvoiceViews.InvoiceSummaryView;
import io.tenantry.web.billing.MoneyBody;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.OnceForTenant;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.PlatformAdminOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Takes invoices back, wholly or in part. */
@Path("admin/tenants/{id}/invoices/{invoiceId}")
@RequestScoped
@Produces("application/json")
@PlatformAdminOnly
public class AdminInvoicesResource {

    @Inject
    KnownTenants tenants;

    @Inject
    FindInvoices find;

    @Inject
    VoidInvoice voidInvoice;

    @Inject
    IssueCreditNote creditNotes;

    @Inject
    TenantDay days;

    @Inject
    OnceForTenant once;

    public record VoidRequest(
            @NotBlank @Size(min = 1, max = 500) String reason) {}

    /** {@code amount}: tax included; all that is left, if left out. */
    public record CreditNoteRequest(
            @Valid MoneyBody amount,
            @NotBlank @Size(min = 1, max = 500) String reason) {}

    /** Of an invoice that is open and of which nothing was paid; the credit that it used comes back. */
    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InvoiceSummaryView.class)))
    @Path("void")
    @Consumes("application/json")
    public Response makeVoid(
            @PathParam("id") String id, @PathParam("invoiceId") String invoiceId, VoidRequest request) {
        return once.call(tenants.inPath(id), () -> {
            UUID invoice = Parameters.id(invoiceId);
            voidInvoice.makeVoid(invoice, request.reason());
            Invoice voided = find.get(invoice);
            return Answers.ok(InvoiceSummaryView.of(voided), voided.version());
        });
    }

    /** Less is due then; what was settled already becomes credit. */
    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = InvoiceSummaryView.class)))
    @Path("credit-notes")
    @Consumes("application/json")
    public Response credit(
            @PathParam("id") String id, @PathParam("invoiceId") String invoiceId, CreditNoteRequest request) {
        return once.call(tenants.inPath(id), () -> {
            Invoice note = creditNotes.issue(
                    Parameters.id(invoiceId),
                    request.amount() == null ? null : request.amount().money("/amount"),
                    request.reason(),
                    days.today());
            return Answers.created("billing/invoices/" + note.id(), InvoiceSummaryView.of(note), note.version());
        });
    }
}
