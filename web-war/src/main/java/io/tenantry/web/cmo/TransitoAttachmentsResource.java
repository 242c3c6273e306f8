package io.tenantry.web.cmo;

import io.tenantry.cmo.CmoCustomFields;
import io.tenantry.platform.page.Page;
import io.tenantry.tenant.attachment.AttachmentView;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.RequiresPermission;
import io.tenantry.web.tenant.AttachedFiles;
import io.tenantry.web.tenant.AttachedFiles.LinkRequest;
import io.tenantry.web.tenant.AttachedFiles.LinkView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Documents and photos of a transit. */
@Path("transitos/{id}/attachments")
@RequestScoped
@Produces("application/json")
public class TransitoAttachmentsResource {

    private static final String TRANSITOS = CmoCustomFields.TRANSITOS;

    @Inject
    AttachedFiles files;

    @GET
    @RequiresPermission("transitos:read")
    public Page<AttachmentView> list(@PathParam("id") String id, @BeanParam ListParameters list) {
        return files.list(TRANSITOS, id, list);
    }

    /** The body is the file itself; which kind it is, its content says. */
    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AttachmentView.class)))
    @Consumes("*/*")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @RequiresPermission("transitos:write")
    public Response add(@PathParam("id") String id, @QueryParam("name") String name, InputStream body)
            throws IOException {
        return files.add(TRANSITOS, id, name, body);
    }

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AttachmentView.class)))
    @Path("{attachmentId}")
    @RequiresPermission("transitos:read")
    public Response get(@PathParam("id") String id, @PathParam("attachmentId") String attachmentId) {
        return files.get(TRANSITOS, id, attachmentId);
    }

    @GET
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Path("{attachmentId}/content")
    @Produces(MediaType.WILDCARD)
    @RequiresPermission("transitos:read")
    public Response content(
            @PathParam("id") String id,
            @PathParam("attachmentId") String attachmentId,
            @HeaderParam("If-None-Match") String known) {
        return files.content(TRANSITOS, id, attachmentId, known);
    }

    /** An address for somebody without an account; the body may be left out. */
    @POST
    @Path("{attachmentId}/link")
    @RequestBody(
            required = false,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LinkRequest.class)))
    @RequiresPermission("transitos:read")
    public LinkView link(@PathParam("id") String id, @PathParam("attachmentId") String attachmentId, InputStream body)
            throws IOException {
        return files.link(TRANSITOS, id, attachmentId, body);
    }

    @DELETE
    @Path("{attachmentId}")
    @RequiresPermission("transitos:write")
    public void delete(
            @PathParam("id") String id,
            @PathParam("attachmentId") String attachmentId,
            @HeaderParam("If-Match") String ifMatch) {
        files.delete(TRANSITOS, id, attachmentId, ifMatch);
    }
}
