package io.tenantry.web.billing;

import io.tenantry.billing.document.DocumentFile;
import io.tenantry.billing.document.InvoiceDocuments;
import io.tenantry.platform.text.Texts;
import io.tenantry.web.http.OpenToSuspended;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Invoices and credit notes as documents, in the language of {@code locale}, else of {@code Accept-Language}. */
@Path("billing/invoices")
@RequestScoped
public class InvoiceDocumentsResource {

    private static final String PDF = "application/pdf";
    private static final String XML = "application/xml";

    @Inject
    InvoiceDocuments documents;

    /** The same bytes each time. */
    @GET
    @Path("{id}.pdf")
    @Produces(PDF)
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @OpenToSuspended
    @RequiresPermission("billing:read")
    public Response pdf(
            @PathParam("id") String id,
            @QueryParam("locale") String locale,
            @HeaderParam("Accept-Language") String languages,
            @HeaderParam("If-None-Match") String known) {
        return answer(documents.pdf(Parameters.id(id), language(locale, languages)), PDF, known);
    }

    /** What is attached to the PDF (Factur-X, EN 16931). */
    @GET
    @Path("{id}.xml")
    @Produces(XML)
    @APIResponse(responseCode = "200", content = @Content(mediaType = XML, schema = @Schema(type = SchemaType.STRING)))
    @OpenToSuspended
    @RequiresPermission("billing:read")
    public Response xml(
            @PathParam("id") String id,
            @QueryParam("locale") String locale,
            @HeaderParam("Accept-Language") String languages,
            @HeaderParam("If-None-Match") String known) {
        return answer(documents.xml(Parameters.id(id), language(locale, languages)), XML, known);
    }

    private static Locale language(String locale, String languages) {
        return locale == null ? Texts.negotiate(languages) : Parameters.language("locale", locale);
    }

    private static Response answer(DocumentFile file, String type, String known) {
        EntityTag tag = new EntityTag(file.hash());
        Response.ResponseBuilder answer = ('"' + file.hash() + '"').equals(known)
                ? Response.notModified(tag)
                : Response.ok(file.content(), type)
                        .tag(tag)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name(file, type) + '"');
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE).build();
    }

    /** The number may hold what a name of a file must not. */
    private static String name(DocumentFile file, String type) {
        return file.number().replaceAll("[^A-Za-z0-9._-]", "_") + (type.equals(PDF) ? ".pdf" : ".xml");
    }
}
