package io.tenantry.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Daily jobs by the example of one that notes when it runs. */
class JobsIT extends BlackBox {

    private static final String JOBS = "/api/admin/jobs";
    private static final String PROBE = JOBS + "/probe";
    private static final String CLOCK = "/api/admin/clock";
    private static final String LONG_AGO = "2020-01-31";

    private final Api platform = Tenants.platform();
    private final Tenant tenant = Tenants.starter();

    @Test
    void movingTheClockRunsEveryDayBeforeItAnswers() {
        String zone = livesIn("Pacific/Kiritimati");
        Instant before = now();

        Instant now = advance(Duration.ofDays(3));

        LocalDate first = LocalDate.ofInstant(before, ZoneId.of(zone));
        LocalDate last = LocalDate.ofInstant(now, ZoneId.of(zone));
        assertThat(days(zone))
                .filteredOn(day -> !day.equals(LocalDate.parse(LONG_AGO)))
                .doesNotHaveDuplicates()
                .isSorted()
                .containsAll(first.datesUntil(last.plusDays(1)).toList())
                .endsWith(last);
        JsonNode probe = job("probe");
        assertThat(probe.path("overdue").asLong()).isZero();
        assertThat(probe.path("stuck")).isEmpty();
        assertThat(Instant.parse(probe.path("nextRunAt").asText())).isBetween(now, now.plus(Duration.ofDays(1)));
    }

    @Test
    void aRunIsShownWithItsFailures() {
        String zone = livesIn("Asia/Kathmandu");
        Api.anonymous()
                .get("/probe?case=job-fails&tenant=" + tenant.id() + "&zone=" + zone)
                .expect(200);
        Instant now = advance(Duration.ofDays(1));

        JsonNode probe = job("probe");

        assertThat(probe.path("lastRun").path("status").asText()).isEqualTo("done");
        assertThat(probe.path("lastRun").path("durationMs").isNumber()).isTrue();
        assertThat(probe.path("lastRun").path("byHand").isBoolean()).isTrue();
        assertThat(probe.path("failures")).anySatisfy(failure -> {
            assertThat(failure.path("tenant").asText()).isEqualTo(tenant.slug());
            assertThat(failure.path("rule").asText()).isEqualTo("probe-told-to");
            assertThat(failure.path("zone").asText()).isEqualTo(zone);
            assertThat(failure.path("day").asText())
                    .isEqualTo(LocalDate.ofInstant(now, ZoneId.of(zone)).toString());
        });
    }

    @Test
    void runsByHandOutsideOfTenantsAndTransactions() {
        String zone = livesIn("Pacific/Chatham");
        // a key changes nothing: what may be repeated needs none
        Api keyed = platform.with("Idempotency-Key", Tenants.unique());

        Answer first = keyed.post(PROBE, Json.object("day", LONG_AGO)).expect(200);

        assertThat(first.json().path("due").asLong()).isPositive();
        assertThat(first.json().path("done")).isEqualTo(first.json().path("due"));
        assertThat(days(zone)).containsOnlyOnce(LocalDate.parse(LONG_AGO));
        keyed.post(PROBE, Json.object("day", LONG_AGO)).expect(200);
        assertThat(days(zone)).filteredOn(LocalDate.parse(LONG_AGO)::equals).hasSize(2);
    }

    @Test
    void refusesWhatCannotBeRun() {
        Api owner = tenant.owner();
        owner.get(JOBS).expectProblem(403, "forbidden");
        owner.post(PROBE, Json.object("day", LONG_AGO)).expectProblem(403, "forbidden");
        platform.post(JOBS + "/nothing", Json.object("day", LONG_AGO)).expectProblem(404, "not-found");
        platform.post(PROBE, Json.object("day", "2026-02-30")).expectProblem(400, "validation");
        platform.post(PROBE, Json.object()).expectProblem(400, "validation");
        platform.post(PROBE, Json.object("asOf", "2026-02-01")).expectProblem(400, "validation");
        platform.post(JOBS + "/invoice-run", Json.object("day", "2026-02-01")).expectProblem(400, "validation");
        platform.get(JOBS + "?limit=1").expectProblem(400, "validation");
    }

    private String livesIn(String zone) {
        tenant.owner().patch("/api/tenant", Json.object("timeZone", zone)).expect(200);
        return zone;
    }

    private Instant now() {
        return Instant.parse(platform.get(CLOCK).expect(200).text("now"));
    }

    private Instant advance(Duration duration) {
        return Instant.parse(
                platform.put(CLOCK, Json.object("now", now().plus(duration).toString()))
                        .expect(200)
                        .text("now"));
    }

    private JsonNode job(String name) {
        return StreamSupport.stream(platform.get(JOBS).expect(200).items().spliterator(), false)
                .filter(job -> job.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Those on which the probe has run in a zone, in this order. */
    private List<LocalDate> days(String zone) {
        String days = Api.anonymous()
                .get("/probe?case=job-days&tenant=" + tenant.id() + "&zone=" + zone)
                .expect(200)
                .body();
        return Stream.of(days.split(",")).map(LocalDate::parse).toList();
    }
}
