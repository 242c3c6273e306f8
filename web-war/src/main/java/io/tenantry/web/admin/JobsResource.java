package io.tenantry.web.admin;

import io.tenantry.platform.page.Page;
import io.tenantry.tenant.job.FindJobs;
import io.tenantry.tenant.job.JobReport;
import io.tenantry.tenant.job.JobView;
import io.tenantry.tenant.job.RunJobs;
import io.tenantry.web.http.PlatformAdminOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The daily jobs: how they stand, and running them by hand. */
@Path("admin/jobs")
@RequestScoped
@Produces("application/json")
@PlatformAdminOnly
public class JobsResource {

    @Inject
    FindJobs find;

    @Inject
    RunJobs run;

    public record DayRequest(@NotNull LocalDate day) {}

    public record InvoiceRunRequest(@NotNull LocalDate asOf) {}

    /** How many pieces of work, of all time zones together. */
    public record JobRunResult(long due, long done, long already, long failed, long durationMs) {}

    public record InvoiceRunResult(long due, long invoiced, long alreadyInvoiced, long failed, long durationMs) {}

    @GET
    public Page<JobView> list() {
        return new Page<>(find.all(), null);
    }

    /** {@code day}: the day that is complete. */
    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JobRunResult.class)))
    @Path("usage-snapshot")
    @Consumes("application/json")
    public Response usageSnapshot(DayRequest request) {
        return ran("usage-snapshot", request.day().plusDays(1));
    }

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InvoiceRunResult.class)))
    @Path("invoice-run")
    @Consumes("application/json")
    public Response invoiceRun(InvoiceRunRequest request) {
        return timed(
                "invoice-run",
                zone -> request.asOf(),
                (report, millis) -> new InvoiceRunResult(
                        report.due(),
                        report.done(),
                        report.already(),
                        report.failures().size(),
                        millis));
    }

    /** {@code day}: the one that begins. */
    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JobRunResult.class)))
    @Path("{name}")
    @Consumes("application/json")
    public Response runByHand(@PathParam("name") String name, DayRequest request) {
        return ran(name, request.day());
    }

    private Response ran(String name, LocalDate day) {
        return timed(
                name,
                zone -> day,
                (report, millis) -> new JobRunResult(
                        report.due(),
                        report.done(),
                        report.already(),
                        report.failures().size(),
                        millis));
    }

    private Response timed(String name, Function<ZoneId, LocalDate> day, BiFunction<JobReport, Long, Object> result) {
        long start = System.nanoTime();
        JobReport report = run.byHand(name, day);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        return Response.ok(result.apply(report, millis)).build();
    }
}
