package io.tenantry.web.tenant;

import io.tenantry.tenant.branding.PublicBranding;
import io.tenantry.tenant.branding.PublicLook;
import io.tenantry.web.http.Anyone;
import io.tenantry.web.http.Hosts;
import io.tenantry.web.tenant.BrandingAnswer.ColorsView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** How the host of the request looks: a tenant's own, or the platform's. */
@Path("branding")
@RequestScoped
@Produces("application/json")
@Anyone
public class PublicBrandingResource {

    @Inject
    PublicBranding branding;

    @Inject
    HttpServletRequest request;

    /** Addresses are {@code null} where there is no picture. */
    public record PublicBrandingView(
            String displayName, ColorsView colors, String theme, String styleSheet, String logo, String favicon) {}

    @GET
    public PublicBrandingView get() {
        PublicLook look = branding.look(Hosts.tenantOf(request));
        return new PublicBrandingView(
                look.displayName(),
                ColorsView.of(look.colors()),
                look.theme().code(),
                BrandingServlet.SHEET,
                BrandingServlet.address(BrandingServlet.LOGO, look.logo()),
                BrandingServlet.address(BrandingServlet.FAVICON, look.favicon()));
    }
}
