package io.tenantry.probe;

import io.tenantry.platform.database.Databases;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** {@code /probe?case=…&tenant=…&other=…} answers with what was seen. */
@WebServlet("/probe")
public class ProbeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int POOL = 4;

    @Inject
    transient Seals seals;

    @Inject
    transient GatedJobs jobs;

    @Inject
    transient GatedPage page;

    @Inject
    transient GatedPageClass pageClass;

    @Resource
    transient ManagedExecutorService executor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        TenantId tenant = new TenantId(UUID.fromString(request.getParameter("tenant")));
        response.setContentType("text/plain");
        try {
            response.getWriter().write(look(request.getParameter("case"), tenant, request));
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private String look(String what, TenantId tenant, HttpServletRequest request) throws Exception {
        return switch (what) {
            case "request" -> TenantContext.call(tenant, seals::count);
            case "no-transaction" -> TenantContext.call(tenant, seals::rowsOutsideOfATransaction) + " rows";
            case "none" -> seals.count();
            case "async" ->
                TenantContext.call(tenant, seals::countAsynchronously).get(30, TimeUnit.SECONDS);
            case "async-explicit" -> seals.countAsynchronouslyFor(tenant).get(30, TimeUnit.SECONDS);
            case "executor" ->
                TenantContext.call(tenant, () -> executor.submit(seals::count)).get(30, TimeUnit.SECONDS);
            case "executor-bound" ->
                TenantContext.call(tenant, () -> executor.submit(TenantContext.bound(seals::count)))
                        .get(30, TimeUnit.SECONDS);
            case "timer" ->
                TenantContext.call(tenant, () -> Timers.call(seals::countInNewTransaction))
                        .get(30, TimeUnit.SECONDS);
            case "timer-explicit" ->
                Timers.call(() -> TenantContext.call(tenant, seals::countInNewTransaction))
                        .get(30, TimeUnit.SECONDS);
            case "gate" -> gate(request.getParameter("where"), request.getParameter("what"), tenant);
            case "other-in-transaction" ->
                TenantContext.call(
                        tenant, () -> seals.goOnFor(new TenantId(UUID.fromString(request.getParameter("other")))));
            case "failure" -> failure(tenant);
            case "job-days" -> ProbeJob.days(request.getParameter("zone"));
            case "job-fails" -> ProbeJob.failFor(tenant, request.getParameter("zone"));
            case "pool" -> pool();
            default -> throw new IllegalArgumentException(what);
        };
    }

    /** The ways to what a plan may forbid. */
    private String gate(String where, String what, TenantId tenant) throws Exception {
        return switch (where) {
            case "resource" -> GatedJobs.ended(tenant, page(what));
            case "use-case" -> jobs.now(tenant, what);
            case "async" -> jobs.later(tenant, what).get(30, TimeUnit.SECONDS);
            case "executor" -> executor.submit(() -> jobs.now(tenant, what)).get(30, TimeUnit.SECONDS);
            case "timer" -> Timers.call(() -> jobs.now(tenant, what)).get(30, TimeUnit.SECONDS);
            default -> throw new IllegalArgumentException(where);
        };
    }

    private Supplier<String> page(String what) {
        return switch (what) {
            case "feature" -> page::feature;
            case "limit" -> page::limit;
            case "failing" -> page::failing;
            case "class" -> pageClass::open;
            default -> throw new IllegalArgumentException(what);
        };
    }

    private String failure(TenantId tenant) {
        try {
            TenantContext.run(tenant, seals::fail);
            return "no failure";
        } catch (RuntimeException e) {
            return "failed";
        }
    }

    /** What every connection of the pool has left of a tenant. */
    private static String pool() throws Exception {
        List<Connection> connections = new ArrayList<>();
        try {
            StringBuilder left = new StringBuilder();
            for (int i = 0; i < POOL; i++) {
                Connection connection = Databases.app().getConnection();
                connections.add(connection);
                try (Statement statement = connection.createStatement();
                        ResultSet row =
                                statement.executeQuery("select coalesce(current_setting('app.tenant_id', true), ''),"
                                        + " (select count(*) from precinto)")) {
                    row.next();
                    left.append('[')
                            .append(row.getString(1))
                            .append("] ")
                            .append(row.getLong(2))
                            .append(" rows; ");
                }
            }
            return left.toString();
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }
}
