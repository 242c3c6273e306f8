package io.tenantry.web.http;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The outermost edge of a request: gives it its id and the security headers, refuses unknown hosts, and leaves the pooled
 * thread as clean as it was found.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RequestEdgeFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String REQUEST_ID = "X-Request-Id";
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final Pattern ACCEPTED_ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    @Inject
    transient TrustedProxies proxies;

    @Inject
    transient Hosts hosts;

    @Inject
    transient CrossOrigin crossOrigin;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        TenantContext.clear();
        Caller.begin(requestId(request));
        try {
            response.setHeader(REQUEST_ID, Caller.current().requestId());
            SecurityHeaders.add(request, response);
            if (crossOrigin.answer(request, response)) {
                return;
            }
            refuseForeignMethods(request, response);
            Origin origin = proxies.origin(request);
            request.setAttribute(Origin.ATTRIBUTE, origin);
            request.setAttribute(Hosts.ATTRIBUTE, hosts.tenantOf(origin.host()));
            chain.doFilter(request, response);
        } catch (ProblemException e) {
            ProblemAnswer.send(e, request, response);
        } finally {
            Caller.end();
            TenantContext.clear();
        }
    }

    /** The servers answer these by themselves, each in its own way; nothing here needs them. */
    private static void refuseForeignMethods(HttpServletRequest request, HttpServletResponse response) {
        if (!METHODS.contains(request.getMethod())) {
            response.setHeader("Allow", String.join(", ", METHODS));
            throw ProblemException.of(ProblemType.METHOD_NOT_ALLOWED);
        }
    }

    /** The client's id if it is harmless in a log line, else one of our own. */
    static String requestId(HttpServletRequest request) {
        String given = request.getHeader(REQUEST_ID);
        return given != null && ACCEPTED_ID.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
