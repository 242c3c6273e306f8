package io.tenantry.it;

import static io.tenantry.it.product.Domain.ALERTAS;
import static io.tenantry.it.product.Domain.PRECINTOS;
import static io.tenantry.it.product.Domain.TRANSITOS;
import static io.tenantry.it.product.Domain.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Fields;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Keys;
import io.tenantry.it.product.Plans;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What seals report: taken once, and told of by alerts. */
class SealReportsIT extends BlackBox {

    private Tenant tenant;
    private Api owner;
    private String seal;
    private Instant now;

    @BeforeEach
    void makesSeal() {
        tenant = Tenants.professional();
        owner = tenant.owner();
        Answer created = owner.post(PRECINTOS, Domain.precinto()).expect(201);
        seal = created.id();
        now = Instant.parse(created.text("createdAt"));
    }

    @Test
    void eachKindOfReportRaisesItsAlert() {
        List<String> types = List.of("tamper", "lowBattery", "geofence", "delay", "signalLost", "position");
        Answer answer = report(
                owner, seal, types.stream().map(type -> report(type, type, now)).toList());

        assertThat(answer.json().path("accepted").asInt()).isEqualTo(6);
        assertThat(answer.json().path("alertas")).hasSize(5);
        List<String> alerts = owner.get(ALERTAS + "?sort=createdAt&precintoId=" + seal)
                .expect(200)
                .items()
                .map(alerta -> alerta.path("type").asText() + " "
                        + alerta.path("severity").asText())
                .toList();
        assertThat(alerts)
                .containsExactlyInAnyOrder(
                        "tamper critical", "lowBattery low", "geofence high", "delay medium", "signalLost high");
        assertThat(owner.get("/api/usage").expect(200).json().path("items"))
                .filteredOn(item -> item.path("resource").asText().equals("alertas"))
                .allSatisfy(item -> assertThat(item.path("used").asInt()).isEqualTo(5));
    }

    @Test
    void whatIsReportedTwiceCountsOnce() {
        Map<String, Object> tamper = report("1", "tamper", now);
        Answer first = report(owner, seal, List.of(tamper, tamper));
        assertThat(first.json().path("accepted").asInt()).isEqualTo(1);
        assertThat(first.json().path("duplicates").asInt()).isEqualTo(1);

        List<Answer> again = AtOnce.run(8, i -> report(owner, seal, List.of(tamper, report("2", "geofence", now))));

        assertThat(again.stream()
                        .mapToInt(answer -> answer.json().path("accepted").asInt())
                        .sum())
                .isEqualTo(1);
        assertThat(alertas(seal)).hasSize(2);
        String other = Domain.createPrecinto(owner);
        assertThat(report(owner, other, List.of(tamper)).json().path("accepted").asInt())
                .as("the id counts for each seal")
                .isEqualTo(1);
    }

    @Test
    void anAlertNamesTheTransitThatWasRunningThen() {
        String first = running();
        Instant during =
                Instant.parse(owner.get(TRANSITOS + "/" + first).expect(200).text("startedAt"));
        owner.post(TRANSITOS + "/" + first + "/complete").expect(200);
        String second = running();
        Instant later =
                Instant.parse(owner.get(TRANSITOS + "/" + second).expect(200).text("startedAt"));

        report(
                owner,
                seal,
                List.of(
                        report("1", "geofence", during),
                        report("2", "lowBattery", later),
                        report("3", "signalLost", now.minusSeconds(60))));

        assertThat(alertas(seal))
                .allSatisfy(alerta -> assertThat(alerta.path("transitoId").asText(null))
                        .isEqualTo(
                                switch (alerta.path("type").asText()) {
                                    case "geofence" -> first;
                                    case "lowBattery" -> second;
                                    default -> null;
                                }));
    }

    @Test
    void aSealThatWasTamperedWithOnTheWayStaysSoUntilItWasInspected() {
        String transito = running();
        report(owner, seal, List.of(report("1", "tamper", now)));
        assertThat(status()).isEqualTo("tampered");
        for (String status : new String[] {"available", "retired"}) {
            owner.patch(PRECINTOS + "/" + seal, Json.object("status", status)).expectProblem(409, "conflict");
        }

        owner.post(TRANSITOS + "/" + transito + "/complete").expect(200);

        assertThat(status()).isEqualTo("tampered");
        String next = Domain.createTransito(owner, seal);
        owner.post(TRANSITOS + "/" + next + "/start").expectProblem(409, "conflict");
        owner.patch(PRECINTOS + "/" + seal, Json.object("status", "available")).expect(200);
        owner.post(TRANSITOS + "/" + next + "/start").expect(200);
        assertThat(owner.get("/api/activity?limit=200&entityId=" + seal)
                        .expect(200)
                        .each("action"))
                .containsExactly(
                        "precinto.armed",
                        "precinto.changed",
                        "precinto.tampered",
                        "precinto.armed",
                        "precinto.created");
    }

    @Test
    void aRetiredSealStaysRetiredButIsHeard() {
        owner.patch(PRECINTOS + "/" + seal, Json.object("status", "retired")).expect(200);
        report(owner, seal, List.of(report("1", "tamper", now)));
        assertThat(status()).isEqualTo("retired");
        assertThat(alertas(seal)).hasSize(1);
    }

    @Test
    void wherePositionsComeInAnyOrderTheLastOneHolds() {
        report(
                owner,
                seal,
                List.of(
                        report("1", "position", now, "batteryPct", 70, "latitude", 9.93, "longitude", -84.08),
                        report("2", "position", now.minusSeconds(60), "batteryPct", 90, "latitude", 1, "longitude", 1),
                        report("3", "signalLost", now.plusSeconds(60))));

        Answer seen = owner.get(PRECINTOS + "/" + seal).expect(200);
        assertThat(Instant.parse(seen.text("lastSeenAt"))).isEqualTo(now);
        assertThat(seen.text("batteryPct")).isEqualTo("70");
        assertThat(seen.text("latitude")).isEqualTo("9.93");
        assertThat(seen.text("longitude")).isEqualTo("-84.08");
    }

    @Test
    void reportsOfOneSealAtOnceAreTakenAlsoWithKeys() {
        List<Answer> answers = AtOnce.run(
                8,
                i -> owner.with("Idempotency-Key", UUID.randomUUID().toString())
                        .post(PRECINTOS + "/" + seal + "/events", report("at-once-" + i, "lowBattery", now)));

        assertThat(answers).allSatisfy(answer -> answer.expect(200));
    }

    @Test
    void aBatchReportsOfManySealsAndTellsWhatItCouldNotTake() {
        String other = Domain.createPrecinto(owner);
        String foreign = Domain.createPrecinto(Tenants.professional().owner());
        List<Object> reports = List.of(
                of(seal, report("1", "tamper", now)),
                of(other, report("1", "tamper", now)),
                of(UUID.randomUUID().toString(), report("2", "tamper", now)),
                of(foreign, report("3", "tamper", now)),
                of(seal, report("4", "tamper", now.plus(Duration.ofMinutes(10)))),
                of(seal, report("5", "tamper", now.minus(Duration.ofDays(400)))),
                of(seal, report("6", "fire", now)),
                of(seal, report("7", "position", now, "batteryPct", 101)),
                of(seal, report("8", "position", now, "latitude", 9)),
                of(seal, report("9", "position", now, "colour", "red")),
                report("10", "tamper", now),
                of(seal, report("x".repeat(101), "tamper", now)),
                "nothing");

        Answer answer = owner.with("Accept-Language", "es")
                .post(PRECINTOS + "/events", Json.object("events", reports))
                .expect(200);

        assertThat(answer.json().path("accepted").asInt()).isEqualTo(2);
        JsonNode rejected = answer.json().path("rejected");
        assertThat(rejected)
                .hasSize(11)
                .allSatisfy(one -> assertThat(one.path("detail").asText()).isNotBlank());
        assertThat(rejected)
                .extracting(
                        one -> one.path("index").asInt() + one.path("pointer").asText())
                .containsExactly(
                        "2/precintoId",
                        "3/precintoId",
                        "4/at",
                        "5/at",
                        "6/type",
                        "7/batteryPct",
                        "8/latitude",
                        "9/colour",
                        "10/precintoId",
                        "11/id",
                        "12");
        assertThat(rejected.get(0).path("detail"))
                .as("another tenant's seal is like none")
                .isEqualTo(rejected.get(1).path("detail"));
        assertThat(rejected.get(2).path("detail").asText()).contains("futuro");
        assertThat(rejected.get(0).path("id").asText()).isEqualTo("2");
    }

    @Test
    void aReportMayStandAlone() {
        Answer answer = owner.post(PRECINTOS + "/" + seal + "/events", report("1", "tamper", now))
                .expect(200);
        assertThat(answer.json().path("alertas")).hasSize(1);
        assertThat(owner.post(PRECINTOS + "/events", of(seal, report("1", "tamper", now)))
                        .expect(200)
                        .json()
                        .path("duplicates")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aDeviceNeedsNoOtherPermission() {
        Api device = Keys.signIn(Keys.create(owner, "precintos:report"));
        report(device, seal, List.of(report("1", "tamper", now)));
        device.get(PRECINTOS + "/" + seal).expectProblem(403, "forbidden");
        device.get(ALERTAS).expectProblem(403, "forbidden");
        Api writer = Keys.signIn(Keys.create(owner, "precintos:write"));
        writer.post(PRECINTOS + "/events", of(seal, report("2", "tamper", now))).expectProblem(403, "forbidden");
    }

    @Test
    void atTheLimitOfAlertsNothingOfTheCallIsTaken() {
        Api platform = Tenants.platform();
        String plan = Plans.reserved(
                platform,
                tenant.id(),
                Plans.values(
                        List.of(),
                        Plans.limit("alertas", 2, 2),
                        Plans.limit("precintos", 10, 10),
                        Plans.limit("users", 10, 10)));
        Plans.move(platform, tenant.id(), plan).expect(200);
        List<Map<String, Object>> three = IntStream.range(0, 3)
                .mapToObj(i -> report("" + i, "tamper", now))
                .toList();

        owner.post(PRECINTOS + "/" + seal + "/events", Json.object("events", three))
                .expectProblem(402, "limit-exceeded");

        assertThat(status()).isEqualTo("available");
        assertThat(alertas(seal)).isEmpty();
        assertThat(report(owner, seal, three.subList(0, 2)).json().path("alertas"))
                .hasSize(2);
        assertThat(report(owner, seal, three.subList(0, 2))
                        .json()
                        .path("duplicates")
                        .asInt())
                .as("what is known needs no more alerts")
                .isEqualTo(2);
    }

    @Test
    void whatAlertsMustHaveBesidesKeepsNoReportOut() {
        Fields.create(owner, "alertas", "must", "text", "required", true);
        report(owner, seal, List.of(report("1", "tamper", now)));
        assertThat(alertas(seal)).hasSize(1);
    }

    private String running() {
        String transito = Domain.createTransito(owner, seal);
        owner.post(TRANSITOS + "/" + transito + "/start").expect(200);
        return transito;
    }

    private String status() {
        return owner.get(PRECINTOS + "/" + seal).expect(200).text("status");
    }

    private List<JsonNode> alertas(String precinto) {
        return owner.get(ALERTAS + "?limit=200&precintoId=" + precinto)
                .expect(200)
                .items()
                .toList();
    }

    private static Map<String, Object> of(String precinto, Map<String, Object> report) {
        report.put("precintoId", precinto);
        return report;
    }
}
