package io.tenantry.web.tenant;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.branding.ImageKind;
import io.tenantry.tenant.branding.PublicBranding;
import io.tenantry.tenant.branding.PublicImage;
import io.tenantry.web.http.Hosts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The style sheet and the pictures of the host of the request. A servlet, because their headers are not those that
 * answers of the API have.
 */
@WebServlet({BrandingServlet.SHEET, BrandingServlet.LOGO, BrandingServlet.FAVICON})
public class BrandingServlet extends HttpServlet {

    static final String SHEET = "/branding.css";
    static final String LOGO = "/api/branding/logo";
    static final String FAVICON = "/api/branding/favicon";

    private static final long serialVersionUID = 1L;
    /** Opened by itself, a drawing may do nothing and has no origin. */
    private static final String PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    @Inject
    transient PublicBranding branding;

    /** One that changes with the content, {@code null} where there is none. */
    static String address(String path, String hash) {
        return hash == null ? null : path + "?v=" + hash;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<TenantId> tenant = Hosts.tenantOf(request);
        switch (request.getServletPath()) {
            case SHEET -> sheet(branding.look(tenant).sheet(), request, response);
            case LOGO -> picture(branding.image(tenant, ImageKind.LOGO), request, response);
            default -> picture(branding.image(tenant, ImageKind.FAVICON), request, response);
        }
    }

    private static void sheet(String css, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] content = css.getBytes(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-cache");
        send(content, "text/css;charset=UTF-8", hash(content), request, response);
    }

    private static void picture(Optional<PublicImage> found, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        PublicImage image = found.orElseThrow(ProblemException::notFound);
        boolean exact = image.hash().equals(request.getParameter("v"));
        response.setHeader("Cache-Control", exact ? "public, max-age=31536000, immutable" : "no-cache");
        response.setHeader("Content-Security-Policy", PICTURE_POLICY);
        send(image.content(), image.mediaType(), image.hash(), request, response);
    }

    /** The host is part of the address, and of what a cache must keep apart. */
    private static void send(
            byte[] content, String type, String hash, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String tag = '"' + hash + '"';
        response.setHeader("ETag", tag);
        response.setHeader("Vary", "Host");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(type);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
