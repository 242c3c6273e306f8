package io.tenantry.web.admin;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.platform.time.ClockMoved;
import io.tenantry.web.http.PlatformAdminOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;

/** The test clock; there is none unless the product was started with one. */
@Path("admin/clock")
@RequestScoped
@Produces("application/json")
@PlatformAdminOnly
public class ClockResource {

    @Inject
    BusinessClock clock;

    @Inject
    Event<ClockMoved> moved;

    public record ClockView(@NotNull Instant now) {}

    @GET
    public ClockView now() {
        requireTestClock();
        return new ClockView(clock.now());
    }

    @PUT
    @Consumes("application/json")
    public ClockView moveTo(ClockView request) {
        requireTestClock();
        Instant before = clock.now();
        try {
            clock.moveTo(request.now());
        } catch (IllegalArgumentException backwards) {
            throw ProblemException.invalid("/now", "validation.invalid");
        }
        moved.fire(new ClockMoved(before, clock.now()));
        return new ClockView(clock.now());
    }

    private void requireTestClock() {
        if (!clock.isAdjustable()) {
            throw ProblemException.notFound();
        }
    }
}
