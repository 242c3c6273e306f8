package io.tenantry.web.admin;

import io.tenantry.platform.isolation.IsolationReport;
import io.tenantry.web.http.PlatformAdminOnly;
import io.tenantry.web.ops.IsolationState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;

/** The isolation self-check, asked now. */
@Path("admin/isolation")
@RequestScoped
@Produces("application/json")
@PlatformAdminOnly
public class IsolationResource {

    @Inject
    IsolationState state;

    public record IsolationView(
            String status,
            List<IsolationReport.Violation> violations,
            List<IsolationReport.Role> roles,
            List<IsolationReport.Table> tables,
            List<IsolationReport.Entity> entities) {}

    @GET
    public IsolationView isolation() {
        IsolationReport report = state.now();
        return new IsolationView(
                report.isSound() ? "isolated" : "violated",
                report.violations(),
                report.roles(),
                report.tables(),
                report.entities());
    }
}
