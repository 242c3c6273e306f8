package io.tenantry.web.tenant;

import io.tenantry.tenant.attachment.OpenLink;
import io.tenantry.web.http.Anyone;
import io.tenantry.web.http.FileAnswer;
import io.tenantry.web.http.Hosts;
import io.tenantry.web.http.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Files by links, for whoever has one. */
@Path("files")
@RequestScoped
@Anyone
public class FilesResource {

    @Inject
    OpenLink open;

    @Inject
    HttpServletRequest request;

    /** {@code inline}: {@code true} to show a picture or a PDF rather than to save it. */
    @GET
    @Path("{token}")
    @Produces(MediaType.WILDCARD)
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response read(
            @PathParam("token") String token,
            @QueryParam("inline") String inline,
            @HeaderParam("If-None-Match") String known) {
        boolean shown = Parameters.flag("inline", inline);
        return FileAnswer.of(open.open(token, Hosts.tenantOf(request)), known, shown);
    }
}
