package io.tenantry.web.billing;

import io.tenantry.billing.invoicing.FindInvoices;
import io.tenantry.billing.invoicing.Invoice;
import io.tenantry.billing.invoicing.InvoiceStatus;
import io.tenantry.billing.subscription.TenantDay;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Texts;
import io.tenantry.web.billing.InvoiceViews.InvoicePage;
import io.tenantry.web.billing.InvoiceViews.InvoiceSummaryView;
import io.tenantry.web.billing.InvoiceViews.InvoiceView;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.CsvList;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.OpenToSuspended;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The tenant's invoices and credit notes; they stay readable while it is suspended. */
@Path("billing/invoices")
@RequestScoped
public class InvoicesResource {

    @Inject
    FindInvoices find;

    @Inject
    TenantDay days;

    @GET
    @OpenToSuspended
    @Produces({"application/json", "text/csv"})
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = InvoicePage.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    @RequiresPermission("billing:read")
    public Response list(
            @BeanParam ListParameters list,
            @QueryParam("status") @Parameter(description = "open, paid, void or uncollectible") String status,
            @QueryParam("format") @Parameter(description = "json or csv, instead of Accept") String format,
            @Context Request request) {
        InvoiceStatus wanted = status(status);
        return CsvList.isWanted(format, request) ? csv(wanted, list) : page(wanted, list);
    }

    @GET
    @OpenToSuspended
    @Path("{id}")
    @Produces("application/json")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InvoiceView.class)))
    @RequiresPermission("billing:read")
    public Response get(@PathParam("id") String id, @HeaderParam("Accept-Language") String language) {
        Invoice invoice = find.get(Parameters.id(id));
        InvoiceView view = InvoiceView.of(invoice, find.lines(invoice.id()), days.zone(), Texts.negotiate(language));
        return Answers.ok(view, invoice.version());
    }

    private Response page(InvoiceStatus status, ListParameters list) {
        Page<Invoice> page = find.page(status, list.page());
        return Response.ok(
                        new InvoicePage(
                                page.items().stream()
                                        .map(InvoiceSummaryView::of)
                                        .toList(),
                                page.nextCursor()),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** All of them, page by page: the first is read before the answer begins, so that an error still is one. */
    private Response csv(InvoiceStatus status, ListParameters list) {
        list.requireNone();
        return InvoiceCsv.INVOICES.answer(page -> find.page(status, page));
    }

    private static InvoiceStatus status(String code) {
        return code == null
                ? null
                : Arrays.stream(InvoiceStatus.values())
                        .filter(status -> status.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.invalid(
                                "/status",
                                "validation.one-of",
                                Arrays.stream(InvoiceStatus.values())
                                        .map(InvoiceStatus::code)
                                        .collect(Collectors.joining(", "))));
    }
}
