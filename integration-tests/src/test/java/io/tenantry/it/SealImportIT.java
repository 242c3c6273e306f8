package io.tenantry.it;

import static io.tenantry.it.product.Domain.PRECINTOS;
import static io.tenantry.it.product.Domain.TRANSITOS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Csv;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Fields;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Plans;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seals and transits that come in files. */
class SealImportIT extends BlackBox {

    private static final String IMPORT = PRECINTOS + "/import";
    private static final String[] WRONG = {
        "code,status,batteryPct,lastSeenAt,cf.colour,cf.serial",
        "A-1,available,80,2026-01-01T00:00:00Z,red,1",
        "A-1,,,,,",
        "MX-1,,,,,",
        "A-2,armed,,,,",
        "A-3,lost,,,,",
        "A-4,,101,,,",
        "A-5,,full,yesterday,,",
        "A-6,,,,blue,1",
        ",,50,,,",
        "A-7",
        "A-8,,,,green,2"
    };

    private Tenant tenant;
    private Api owner;

    @BeforeEach
    void makesTenant() {
        tenant = Tenants.professional();
        owner = tenant.owner();
    }

    @Test
    void aFileOfASpreadsheetIsImported() {
        Fields.create(owner, "precintos", "depot", "text");
        Fields.create(owner, "precintos", "weight", "number");
        Fields.create(owner, "precintos", "sealed", "boolean");
        String file = "\uFEFFcode;batteryPct;cf.depot;cf.weight;cf.sealed\r\n"
                + "A-1;80;\"first;\r\nsecond\";-1.5;true\r\n"
                + "\r\n"
                + "A-2;;'=1+1;;\r\n";

        Answer answer =
                Csv.post(owner, IMPORT, file.getBytes(StandardCharsets.UTF_8)).expect(200);

        assertThat(answer.json())
                .isEqualTo(Json.parse(
                        "{\"dryRun\":false,\"rows\":2,\"valid\":2,\"imported\":2,\"errorCount\":0,\"errors\":[]}"));
        List<JsonNode> seals =
                owner.get(PRECINTOS + "?sort=code").expect(200).items().toList();
        assertThat(seals).hasSize(2);
        assertThat(seals.get(0).path("status").asText()).isEqualTo("available");
        assertThat(seals.get(0).path("customFields").toString())
                .isEqualTo("{\"depot\":\"first;\\r\\nsecond\",\"weight\":-1.5,\"sealed\":true}");
        assertThat(seals.get(1).at("/customFields/depot").asText()).isEqualTo("=1+1");
        assertThat(used("precintos")).isEqualTo(2);
        List<JsonNode> log = owner.get("/api/activity?action=precinto.created")
                .expect(200)
                .items()
                .toList();
        assertThat(log).hasSize(2);
        assertThat(log).extracting(entry -> entry.at("/after/code").asText()).containsExactlyInAnyOrder("A-1", "A-2");
        assertThat(log)
                .extracting(entry -> entry.path("entityId").asText())
                .containsExactlyInAnyOrder(
                        seals.get(0).path("id").asText(),
                        seals.get(1).path("id").asText());
        assertThat(log).allMatch(entry -> entry.path("actor").asText().equals(tenant.email()));
    }

    @Test
    void aDryRunTellsEachMistakeWhereItIsAndChangesNothing() {
        preparesForWrong();

        Answer answer = Csv.post(owner, IMPORT + "?dryRun=true", WRONG).expect(200);

        assertThat(answer.text("dryRun")).isEqualTo("true");
        assertThat(answer.json().path("rows").asInt()).isEqualTo(11);
        assertThat(answer.json().path("valid").asInt()).isEqualTo(2);
        assertThat(answer.json().path("imported").asInt()).isZero();
        assertThat(StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                        .map(error -> error.path("line").asText() + " "
                                + error.path("column").asText()))
                .containsExactly(
                        "3 code",
                        "4 code",
                        "5 null",
                        "6 status",
                        "7 batteryPct",
                        "8 batteryPct",
                        "9 cf.colour",
                        "10 code",
                        "11 null");
        assertThat(owner.get(PRECINTOS).expect(200).each("code")).containsExactly("MX-1");
        assertThat(used("precintos")).isEqualTo(1);
        Answer spanish = Csv.post(owner.with("Accept-Language", "es"), IMPORT + "?dryRun=true", WRONG)
                .expect(200);
        assertThat(spanish.json().at("/errors/0/detail").asText())
                .isNotEqualTo(answer.json().at("/errors/0/detail").asText())
                .isNotBlank();
    }

    @Test
    void allLinesAreImportedOrNone() {
        preparesForWrong();

        Answer refused = Csv.post(owner, IMPORT, WRONG).expectProblem(400, "validation");

        assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/3/code");
        assertThat(refused.json().at("/errors/8/pointer").asText()).isEqualTo("/11");
        assertThat(refused.json().path("errorCount").asInt()).isEqualTo(9);
        assertThat(owner.get(PRECINTOS).expect(200).each("code")).containsExactly("MX-1");
    }

    @Test
    void theValidLinesAreImportedIfThatIsAskedFor() {
        preparesForWrong();

        Answer answer = Csv.post(owner, IMPORT + "?onError=skip", WRONG).expect(200);

        assertThat(answer.json().path("imported").asInt()).isEqualTo(2);
        assertThat(answer.json().path("errorCount").asInt()).isEqualTo(9);
        assertThat(owner.get(PRECINTOS + "?sort=code").expect(200).each("code")).containsExactly("A-1", "A-8", "MX-1");
        assertThat(used("precintos")).isEqualTo(3);
    }

    private void preparesForWrong() {
        Fields.create(owner, "precintos", "colour", "select");
        Fields.create(owner, "precintos", "serial", "text", "unique", true);
        owner.post(PRECINTOS, Domain.precinto("MX-1")).expect(201);
    }

    @Test
    void aUniqueValueIsTakenOnceInTheFileAndInTheTenant() {
        Fields.create(owner, "precintos", "serial", "number", "unique", true);
        Csv.post(owner, IMPORT, "code,cf.serial", "A-1,1.0", "A-2,").expect(200);

        Answer answer = Csv.post(owner, IMPORT + "?dryRun=true", "code,cf.serial", "A-3,1", "A-4,2", "A-5,2.00", "A-6,")
                .expect(200);

        assertThat(answer.json().at("/errors/0/line").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/errors/1/line").asInt()).isEqualTo(4);
        assertThat(answer.json().path("errorCount").asInt()).isEqualTo(2);
    }

    @Test
    void thePlansLimitIsTakenForAllLinesOrForNone() {
        String plan = Plans.reserved(
                Tenants.platform(), tenant.id(), Plans.values(List.of(), Plans.limit("precintos", 5, 5)));
        Plans.move(Tenants.platform(), tenant.id(), plan).expect(200);

        Csv.post(owner, IMPORT, lines(6)).expectProblem(402, "limit-exceeded");
        Csv.post(owner, IMPORT + "?dryRun=true", lines(6)).expectProblem(402, "limit-exceeded");
        assertThat(used("precintos")).isZero();

        List<Answer> answers = AtOnce.run(4, i -> Csv.post(owner, IMPORT, lines(3)));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).allMatch(answer -> List.of(200, 402, 409).contains(answer.status()));
        assertThat(used("precintos")).isEqualTo(3);
        assertThat(owner.get(PRECINTOS).expect(200).items()).hasSize(3);
    }

    @Test
    void theSameFileAtTheSameTimeIsImportedOnce() {
        String[] lines = lines(20);
        List<Answer> answers = AtOnce.run(3, i -> Csv.post(owner, IMPORT, lines));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).allMatch(answer -> List.of(200, 400, 409).contains(answer.status()));
        assertThat(owner.get(PRECINTOS).expect(200).items()).hasSize(20);
        assertThat(used("precintos")).isEqualTo(20);
    }

    @Test
    void aRepeatedCallWithItsKeyIsAnsweredAsTheFirst() {
        Api keyed = owner.with("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = Csv.post(keyed, IMPORT, "code", "A-1").expect(200);
        assertThat(Csv.post(keyed, IMPORT, "code", "A-1").expect(200).json()).isEqualTo(first.json());
        Csv.post(keyed, IMPORT, "code", "A-2").expectProblem(422, "idempotency-key-reused");
        assertThat(owner.get(PRECINTOS).expect(200).items()).hasSize(1);
    }

    /** More than there are connections: each needs one at most. */
    @Test
    void dryRunsAtTheSameTimeLeaveTheirKeysAlone() {
        Api keyed = owner.with("Idempotency-Key", UUID.randomUUID().toString());
        Csv.post(keyed, IMPORT + "?dryRun=true", "code", "A-1").expect(200);
        Csv.post(keyed, IMPORT, "code", "A-1").expect(200);
        String again = Csv.post(keyed, IMPORT + "?dryRun=true", "code", "A-1")
                .expect(200)
                .text("errorCount");
        assertThat(again).isEqualTo("1");

        List<Answer> answers = AtOnce.run(
                40,
                i -> Csv.post(
                        owner.with("Idempotency-Key", UUID.randomUUID().toString()),
                        IMPORT + "?dryRun=true",
                        lines(3)));

        assertThat(answers).extracting(Answer::status).contains(200).isSubsetOf(200, 409);
        assertThat(owner.get(PRECINTOS).expect(200).items()).hasSize(1);
    }

    @Test
    void manyLinesAreImportedAndExported() {
        String[] lines = lines(1_000);
        Csv.post(owner, IMPORT, lines).expect(200);

        Answer csv = owner.get(PRECINTOS + "?format=csv&sort=code").expect(200);

        assertThat(csv.body().lines()).hasSize(1_001);
        assertThat(Csv.lines(csv, "code"))
                .containsExactlyElementsOf(IntStream.range(1, lines.length)
                        .mapToObj(i -> List.of(lines[i]))
                        .sorted((a, b) -> a.get(0).compareTo(b.get(0)))
                        .toList());
        Csv.post(owner, IMPORT, lines(10_001)).expectProblem(400, "validation");
    }

    @Test
    void transitsNameTheirSealByItsCode() {
        String seal = owner.post(PRECINTOS, Domain.precinto("MX-1")).expect(201).id();
        Tenants.professional().owner().post(PRECINTOS, Domain.precinto("MX-2")).expect(201);
        Fields.create(owner, "transitos", "driver", "text");
        String head = "code,precinto,origin,destination,vehiclePlate,expectedAt,cf.driver";

        Answer foreign = Csv.post(owner, TRANSITOS + "/import", head, "T-1,MX-2,A,B,C,,", "T-2,MX-3,A,B,C,,")
                .expectProblem(400, "validation");
        assertThat(foreign.json().at("/errors/0/pointer").asText()).isEqualTo("/2/precinto");
        assertThat(foreign.json().at("/errors/0/detail"))
                .isEqualTo(foreign.json().at("/errors/1/detail"));

        Csv.post(owner, TRANSITOS + "/import", head, "T-1,MX-1,A,B,C,2030-01-01T00:00:00Z,Ana", "T-2,MX-1,A,B,C,,")
                .expect(200);
        JsonNode first =
                owner.get(TRANSITOS + "?q=t-1").expect(200).items().toList().get(0);
        assertThat(first.path("precintoId").asText()).isEqualTo(seal);
        assertThat(first.path("status").asText()).isEqualTo("planned");
        assertThat(first.path("expectedAt").asText()).isEqualTo("2030-01-01T00:00:00Z");
        assertThat(first.at("/customFields/driver").asText()).isEqualTo("Ana");
        assertThat(used("transitos")).isEqualTo(2);
        assertThat(owner.get("/api/activity?action=transito.created")
                        .expect(200)
                        .items())
                .hasSize(2);
    }

    @Test
    void whatIsNoFileOfSealsIsRefused() {
        byte[] latin = "code\nñ\n".getBytes(StandardCharsets.ISO_8859_1);
        Csv.post(owner, IMPORT, latin).expectProblem(400, "validation");
        Csv.post(owner, IMPORT, new byte[0]).expectProblem(400, "validation");
        Csv.post(owner, IMPORT, "code,colour", "A,red").expectProblem(400, "validation");
        Csv.post(owner, IMPORT, "code,code", "A,B").expectProblem(400, "validation");
        Csv.post(owner, IMPORT, "id,code", UUID.randomUUID() + ",B").expectProblem(400, "validation");
        Csv.post(owner, IMPORT, "code", "\"A").expectProblem(400, "validation");
        Csv.post(owner, IMPORT + "?dryRun=maybe", "code", "A").expectProblem(400, "validation");
        Csv.post(owner, IMPORT + "?onError=stop", "code", "A").expectProblem(400, "validation");
        owner.post(IMPORT, Json.object("code", "A")).expectProblem(415, "unsupported-media-type");
        assertThat(owner.get(PRECINTOS).expect(200).items()).isEmpty();
    }

    @Test
    void aViewerImportsNothing() {
        Api viewer = Tenants.demo("viewer@acme.test");
        Csv.post(viewer, IMPORT, "code", "A-1").expectProblem(403, "forbidden");
        Csv.post(viewer, TRANSITOS + "/import?dryRun=true", "code", "A-1").expectProblem(403, "forbidden");
    }

    private static String[] lines(int count) {
        String prefix = Tenants.unique();
        return IntStream.rangeClosed(0, count)
                .mapToObj(i -> i == 0 ? "code" : prefix + "-" + i)
                .toArray(String[]::new);
    }

    private int used(String resource) {
        return StreamSupport.stream(
                        owner.get("/api/usage")
                                .expect(200)
                                .json()
                                .path("resources")
                                .spliterator(),
                        false)
                .filter(row -> row.path("resource").asText().equals(resource))
                .mapToInt(row -> row.path("used").asInt())
                .sum();
    }
}
