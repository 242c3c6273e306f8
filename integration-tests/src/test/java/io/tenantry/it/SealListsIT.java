package io.tenantry.it;

import static io.tenantry.it.product.Domain.ALERTAS;
import static io.tenantry.it.product.Domain.PRECINTOS;
import static io.tenantry.it.product.Domain.TRANSITOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Csv;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Fields;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Tenants;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lists of seals, transits and alerts can be asked for, as pages and as CSV. */
class SealListsIT extends BlackBox {

    private static Api owner;
    private static Api watcher;
    private static String north;
    private static String late;
    private static String watched;
    private static String transit;

    @BeforeAll
    static void fillsLists() {
        owner = Tenants.professional().owner();
        Fields.create(owner, "precintos", "depot", "text");
        Fields.create(owner, "precintos", "weight", "number");
        north = seal("MX-Norte-1", 10, "2026-01-01T00:00:00Z", "depot", "=cmd()", "weight", -2);
        String south = seal("MX-Sur_2", 55, "2026-02-01T00:00:00Z", "depot", "b");
        String east = seal("UY-Este%3", null, null, "depot", "b");
        String old = seal("UY-4", 5, "2026-01-15T00:00:00Z");
        owner.patch(PRECINTOS + "/" + old, Json.object("status", "retired")).expect(200);

        late = transit("T-1", north, "Puerto Limón", "2020-01-01T00:00:00Z");
        String running = transit("T-2", south, "San José", "2999-01-01T00:00:00Z");
        transit("T-3", east, "Caldera", "2020-01-01T00:00:00Z");
        owner.post(TRANSITOS + "/" + late + "/start").expect(200);
        owner.post(TRANSITOS + "/" + running + "/start").expect(200);
    }

    /** Of another tenant: a transit that is late raises alerts by itself. */
    @BeforeAll
    static void fillsAlerts() {
        watcher = Tenants.professional().owner();
        watched = Domain.createPrecinto(watcher);
        String other = Domain.createPrecinto(watcher);
        transit = Domain.createTransito(watcher, other);
        alert(watched, null, "tamper", "critical", "The seal was opened, 100%");
        alert(watched, null, "delay", "medium", "Late by an hour");
        String done = alert(other, transit, "geofence", "high", "Left the road");
        watcher.post(ALERTAS + "/" + done + "/resolve").expect(200);
    }

    private static String seal(String code, Integer battery, String seen, Object... custom) {
        Map<String, Object> body = Domain.precinto(code);
        body.put("batteryPct", battery);
        body.put("lastSeenAt", seen);
        body.put("customFields", Json.object(custom));
        return owner.post(PRECINTOS, body).expect(201).id();
    }

    private static String transit(String code, String seal, String origin, String expectedAt) {
        Map<String, Object> body = Domain.transito(seal);
        body.putAll(Json.object("code", code, "origin", origin, "expectedAt", expectedAt));
        return owner.post(TRANSITOS, body).expect(201).id();
    }

    private static String alert(String seal, String transit, String type, String severity, String message) {
        Map<String, Object> body = Domain.alerta(seal);
        body.putAll(Json.object("transitoId", transit, "type", type, "severity", severity, "message", message));
        return watcher.post(ALERTAS, body).expect(201).id();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "q=norte | MX-Norte-1",
                "q=MX | MX-Norte-1 MX-Sur_2",
                "q=%25 | UY-Este%3",
                "q=_ | MX-Sur_2",
                "q=! | none",
                "status=retired | UY-4",
                "status=retired,available | MX-Norte-1 MX-Sur_2 UY-4 UY-Este%3",
                "batteryBelow=11 | MX-Norte-1 UY-4",
                "batteryBelow=10 | UY-4",
                "seenAfter=2026-01-15T00:00:00Z | MX-Sur_2 UY-4",
                "seenBefore=2026-01-15T00:00:00Z | MX-Norte-1",
                "seenAfter=2026-01-02T00:00:00Z&seenBefore=2026-01-31T00:00:00Z&q=uy | UY-4",
                "cf.depot=b&q=uy | UY-Este%3",
                "cf.depot=b&batteryBelow=60&status=armed,available | MX-Sur_2",
                "status=tampered | none"
            })
    void sealsAreFound(String query, String codes) {
        List<String> expected = codes == null ? List.of() : List.of(codes.split(" "));
        assertThat(owner.get(PRECINTOS + "?sort=code&" + query.replace("available", "available,armed"))
                        .expect(200)
                        .each("code"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "q=limón | T-1",
                "q=LIMÓN | T-1",
                "q=ab123 | T-1 T-2 T-3",
                "q=t-2 | T-2",
                "status=inProgress | T-1 T-2",
                "status=planned,completed | T-3",
                "overdue=true | T-1",
                "overdue=true&status=planned | none",
                "overdue=false | T-1 T-2 T-3",
                "startedFrom=2000-01-01T00:00:00Z | T-1 T-2",
                "startedTo=2000-01-01T00:00:00Z | none"
            })
    void transitsAreFound(String query, String codes) {
        assertThat(owner.get(TRANSITOS + "?sort=code&" + encoded(query))
                        .expect(200)
                        .each("code"))
                .isEqualTo(codes == null ? List.of() : List.of(codes.split(" ")));
    }

    @Test
    void transitsOfASealAreFound() {
        assertThat(owner.get(TRANSITOS + "?precintoId=" + north).expect(200).each("id"))
                .containsExactly(late);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "q=100%25 | tamper",
                "q=LATE | delay",
                "status=open,acknowledged | tamper delay",
                "status=resolved | geofence",
                "type=delay,geofence | delay geofence",
                "severity=critical,high | tamper geofence",
                "severity=critical,high&status=open | tamper",
                "from=2000-01-01T00:00:00Z | tamper delay geofence",
                "to=2000-01-01T00:00:00Z | none"
            })
    void alertsAreFound(String query, String types) {
        assertThat(watcher.get(ALERTAS + "?sort=createdAt&" + query).expect(200).each("type"))
                .isEqualTo(types == null ? List.of() : List.of(types.split(" ")));
    }

    @Test
    void alertsOfASealOrATransitAreFound() {
        assertThat(watcher.get(ALERTAS + "?sort=createdAt&precintoId=" + watched)
                        .expect(200)
                        .each("type"))
                .containsExactly("tamper", "delay");
        assertThat(watcher.get(ALERTAS + "?transitoId=" + transit).expect(200).each("type"))
                .containsExactly("geofence");
    }

    @ParameterizedTest
    @CsvSource({
        "batteryPct, UY-4 MX-Norte-1 MX-Sur_2 UY-Este%3",
        "-batteryPct, MX-Sur_2 MX-Norte-1 UY-4 UY-Este%3",
        "lastSeenAt, MX-Norte-1 UY-4 MX-Sur_2 UY-Este%3",
        "-lastSeenAt, MX-Sur_2 UY-4 MX-Norte-1 UY-Este%3"
    })
    void whatHasNoValueComesLastAndOnceAcrossPages(String sort, String codes) {
        for (int limit = 1; limit <= 4; limit++) {
            List<String> found = new ArrayList<>();
            String cursor = "";
            do {
                Answer page = owner.get(PRECINTOS + "?limit=" + limit + "&sort=" + sort + cursor)
                        .expect(200);
                found.addAll(page.each("code"));
                cursor = page.json().path("nextCursor").isNull() ? null : "&cursor=" + page.text("nextCursor");
            } while (cursor != null);
            assertThat(found).as("pages of %s", limit).containsExactly(codes.split(" "));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/precintos?q=",
                "/precintos?q=%20",
                "/precintos?status=",
                "/precintos?status=available,",
                "/precintos?status=available,lost",
                "/precintos?batteryBelow=-1",
                "/precintos?batteryBelow=low",
                "/precintos?seenAfter=yesterday",
                "/precintos?sort=status",
                "/precintos?format=xml",
                "/precintos?format=csv&limit=5",
                "/precintos?format=csv&sort=nothing",
                "/precintos?overdue=true",
                "/transitos?overdue=yes",
                "/transitos?startedFrom=1",
                "/transitos?precintoId=1",
                "/alertas?type=fire",
                "/alertas?severity=CRITICAL",
                "/alertas?from=now",
                "/alertas?transitoId=x"
            })
    void whatCannotBeAskedForIsRefused(String query) {
        owner.get("/api" + query).expectProblem(400, "validation");
    }

    @Test
    void theSameListIsThereAsCsvWithCustomFieldsAndWithoutFormulas() {
        Answer csv =
                owner.get(PRECINTOS + "?format=csv&sort=-code&batteryBelow=60").expect(200);

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("precintos.csv");
        assertThat(csv.body())
                .startsWith("id,code,status,batteryPct,lastSeenAt,latitude,longitude,createdAt,cf.depot,cf.weight\r\n");
        assertThat(Csv.lines(csv, "code", "batteryPct", "lastSeenAt", "cf.depot", "cf.weight"))
                .containsExactly(
                        List.of("UY-4", "5", "2026-01-15T00:00:00Z", "", ""),
                        List.of("MX-Sur_2", "55", "2026-02-01T00:00:00Z", "b", ""),
                        List.of("MX-Norte-1", "10", "2026-01-01T00:00:00Z", "'=cmd()", "-2"));
    }

    @Test
    void transitsAndAlertsAreThereAsCsvToo() {
        Answer transits = owner.with("Accept", "text/csv")
                .get(TRANSITOS + "?overdue=true")
                .expect(200);
        assertThat(Csv.lines(transits, "id", "code", "origin", "status", "expectedAt"))
                .containsExactly(List.of(late, "T-1", "Puerto Limón", "inProgress", "2020-01-01T00:00:00Z"));

        Answer alerts = watcher.get(ALERTAS + "?format=csv&type=geofence").expect(200);
        assertThat(Csv.lines(alerts, "type", "severity", "message", "status", "transitoId"))
                .containsExactly(List.of("geofence", "high", "Left the road", "resolved", transit));
    }

    @Test
    void whoMayNotReadGetsNoCsv() {
        Api.anonymous().get(PRECINTOS + "?format=csv").expectProblem(401, "unauthenticated");
    }

    private static String encoded(String query) {
        int value = query.indexOf('=') + 1;
        return query.startsWith("q=")
                ? query.substring(0, value) + URLEncoder.encode(query.substring(value), StandardCharsets.UTF_8)
                : query;
    }
}
