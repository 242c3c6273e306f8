package io.tenantry.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets pages of other origins use the embeddable elements (Fetch Standard, section 3.2 "HTTP CORS protocol"): their scripts
 * and styles are open to all, the API to the origins of {@code tenantry.embed-origins}, separated by commas. Cookies are
 * never let through, so such a page can do no more than its access token allows.
 */
@ApplicationScoped
public class CrossOrigin {

    private static final Set<String> OPEN = Set.of("/embed/", "/assets/");
    private static final String API = "/api/";
    /** Ten minutes, in seconds. */
    private static final String REMEMBERED = "600";

    @Inject
    @ConfigProperty(name = "tenantry.embed-origins")
    Optional<String> configured;

    /**
     * Adds what the answer needs.
     *
     * @return whether the request was a question before a call (preflight), which is answered with that
     */
    boolean answer(HttpServletRequest request, HttpServletResponse response) {
        String origin = request.getHeader("Origin");
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (OPEN.stream().anyMatch(path::startsWith)) {
            response.setHeader("Access-Control-Allow-Origin", "*");
            return false;
        }
        if (!path.startsWith(API)) {
            return false;
        }
        response.addHeader("Vary", "Origin");
        if (origin == null || !allowed().contains(origin)) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Access-Control-Expose-Headers", "ETag, Location, Retry-After, X-Request-Id");
        if (!request.getMethod().equals("OPTIONS") || request.getHeader("Access-Control-Request-Method") == null) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
        response.setHeader(
                "Access-Control-Allow-Headers",
                "Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match, Last-Event-ID, X-Tenant-ID");
        response.setHeader("Access-Control-Max-Age", REMEMBERED);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return true;
    }

    private Set<String> allowed() {
        return configured.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .collect(Collectors.toSet());
    }
}
