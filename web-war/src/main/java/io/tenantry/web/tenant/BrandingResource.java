package io.tenantry.web.tenant;

import io.tenantry.platform.text.Texts;
import io.tenantry.tenant.branding.BrandingValues;
import io.tenantry.tenant.branding.BrandingView;
import io.tenantry.tenant.branding.ChangeBranding;
import io.tenantry.tenant.branding.ChangeBrandingImage;
import io.tenantry.tenant.branding.FindBranding;
import io.tenantry.tenant.branding.ImageKind;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.RequiresPermission;
import io.tenantry.web.json.BoundedBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** How the tenant looks, for those who may change it. */
@Path("tenant/branding")
@RequestScoped
@Produces("application/json")
public class BrandingResource {

    @Inject
    FindBranding find;

    @Inject
    ChangeBranding change;

    @Inject
    ChangeBrandingImage images;

    /** What was stored of a picture; {@code removed} is what of a drawing was left out. */
    public record ImageView(String mediaType, int bytes, String address, List<String> removed) {}

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BrandingAnswer.class)))
    @RequiresPermission("branding:read")
    public Response get(@HeaderParam("Accept-Language") String language) {
        return answer(find.get(), language);
    }

    @PUT
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BrandingAnswer.class)))
    @Consumes("application/json")
    @RequiresPermission("branding:write")
    public Response change(
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Accept-Language") String language,
            BrandingValues values) {
        return answer(change.change(Parameters.requiredVersion(ifMatch), values), language);
    }

    /** PNG, JPEG, GIF or SVG; which one it is, its content says. */
    @PUT
    @Path("logo")
    @Consumes("*/*")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @RequiresPermission("branding:write")
    public ImageView setLogo(InputStream body) throws IOException {
        return set(ImageKind.LOGO, body);
    }

    /** As the logo; scaled down to 64 pixels. */
    @PUT
    @Path("favicon")
    @Consumes("*/*")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @RequiresPermission("branding:write")
    public ImageView setFavicon(InputStream body) throws IOException {
        return set(ImageKind.FAVICON, body);
    }

    @DELETE
    @Path("logo")
    @RequiresPermission("branding:write")
    public void removeLogo() {
        images.remove(ImageKind.LOGO);
    }

    @DELETE
    @Path("favicon")
    @RequiresPermission("branding:write")
    public void removeFavicon() {
        images.remove(ImageKind.FAVICON);
    }

    private ImageView set(ImageKind kind, InputStream body) throws IOException {
        ChangeBrandingImage.Stored stored = images.set(kind, BoundedBody.read(body, kind.maxBytes()));
        String path = kind == ImageKind.LOGO ? BrandingServlet.LOGO : BrandingServlet.FAVICON;
        return new ImageView(
                stored.mediaType(), stored.bytes(), BrandingServlet.address(path, stored.hash()), stored.removed());
    }

    private static Response answer(BrandingView view, String language) {
        return Answers.ok(BrandingAnswer.of(view, Texts.negotiate(language)), view.version());
    }
}
