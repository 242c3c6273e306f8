package io.tenantry.web.ops;

import io.tenantry.web.json.Json;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Health, liveness and readiness at the addresses and in the JSON of MicroProfile Health 4.0, on the application's own port on every
 * server. WildFly answers on its management port only, and does not ask the checks of a module of an EAR (WFLY-12835).
 */
@WebServlet({"/health", "/health/live", "/health/ready"})
public class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    @Readiness
    transient Instance<HealthCheck> readiness;

    private record Health(String status, List<Check> checks) {}

    private record Check(String name, String status, Object data) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<HealthCheckResponse> checks = request.getServletPath().endsWith("/live")
                ? List.of()
                : readiness.stream().map(HealthCheck::call).toList();
        boolean up = checks.stream().allMatch(check -> check.getStatus() == HealthCheckResponse.Status.UP);
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        Health health = new Health(
                up ? "UP" : "DOWN", checks.stream().map(HealthServlet::view).toList());
        response.getOutputStream().write(Json.MAPPER.writeValueAsBytes(health));
    }

    private static Check view(HealthCheckResponse check) {
        return new Check(
                check.getName(), check.getStatus().name(), check.getData().orElse(null));
    }
}
