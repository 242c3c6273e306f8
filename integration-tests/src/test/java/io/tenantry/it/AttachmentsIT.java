package io.tenantry.it;

import static io.tenantry.it.product.Domain.TRANSITOS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Branding;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Files;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Plans;
import io.tenantry.it.product.ProductDatabase;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import io.tenantry.it.product.Usages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a transit: what is taken, what it costs, who reads it, and links to it. */
class AttachmentsIT extends BlackBox {

    private static final int MB = 1024 * 1024;

    private Tenant tenant;
    private Api owner;
    private String transito;

    @BeforeEach
    void makesTransit() {
        tenant = Tenants.professional();
        owner = tenant.owner();
        transito = Domain.createTransito(owner, Domain.createPrecinto(owner));
    }

    @Test
    void aFileOfTwentyMegabytesComesBackByteByByte() {
        byte[] content = Files.pdf(20 * MB);

        Answer added = Files.add(owner, transito, "manifest.pdf", content).expect(201);

        assertThat(added.text("name")).isEqualTo("manifest.pdf");
        assertThat(added.text("mediaType")).isEqualTo("application/pdf");
        assertThat(added.json().path("size").asInt()).isEqualTo(content.length);
        assertThat(owner.bytes(at(added) + "/content")).isEqualTo(content);
        assertThat(stored()).isEqualTo(content.length);
    }

    @Test
    void aFileIsListedReadLoggedAndDeleted() {
        Answer first = Files.add(owner, transito, "first.txt", bytes("one")).expect(201);
        Answer second =
                Files.add(owner, transito, "second.txt", bytes("second")).expect(201);
        assertThat(first.header("Location")).endsWith(at(first));

        assertThat(owner.get(Files.of(transito)).expect(200).each("name")).containsExactly("second.txt", "first.txt");
        assertThat(owner.get(at(first)).expect(200).body()).isEqualTo(first.body());
        assertThat(stored()).isEqualTo(9);
        owner.with("If-Match", "\"0\"").delete(at(first)).expectProblem(412, "precondition-failed");
        owner.with("If-Match", first.etag()).delete(at(first)).expect(204);

        owner.get(at(first)).expectProblem(404, "not-found");
        owner.get(at(first) + "/content").expectProblem(404, "not-found");
        owner.delete(at(first)).expectProblem(404, "not-found");
        assertThat(owner.get(Files.of(transito)).expect(200).each("id")).containsExactly(second.id());
        assertThat(stored()).isEqualTo(6);
        Answer log = owner.get("/api/activity?entity=attachment").expect(200);
        assertThat(log.each("action")).containsExactly("attachment.deleted", "attachment.added", "attachment.added");
        JsonNode before = log.items().findFirst().orElseThrow().path("before");
        assertThat(before.path("name").asText()).isEqualTo("first.txt");
        assertThat(before.path("entityId").asText()).isEqualTo(transito);
    }

    @Test // attack case 27
    void servesAFileSoThatItCanDoNothing() {
        Answer added = Files.add(owner, transito, "n%C3%B3mina%20%22x%22.txt", bytes("<b>alert</b>"))
                .expect(201);

        Answer content = owner.get(at(added) + "/content").expect(200);
        assertThat(content.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.headers().allValues("Content-Security-Policy").toString())
                .contains("sandbox");
        assertThat(content.header("Cache-Control")).contains("no-store");
        assertThat(content.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"n_mina _x_.txt\"; filename*=UTF-8''n%C3%B3mina%20_x_.txt");
        assertThat(content.header("Content-Length")).isEqualTo("12");
        owner.with("If-None-Match", content.etag()).get(at(added) + "/content").expect(304);
    }

    @ParameterizedTest
    @CsvSource({
        "..%2F..%2Fetc%2Fpasswd,passwd",
        "C%3A%5Ctemp%5Ca.txt,a.txt",
        "%E2%80%AEtxt.exe,txt.exe.txt",
        "a%0D%0ASet-Cookie%3Ax.txt,aSet-Cookie_x.txt"
    }) // attack case 26
    void aNameLeadsNowhere(String given, String kept) {
        assertThat(Files.add(owner, transito, given, bytes("text")).expect(201).text("name"))
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "%2F", "%E2%80%AE"})
    void refusesAFileWithoutAName(String name) {
        Answer answer = Files.add(owner, transito, name, bytes("text")).expectProblem(400, "validation");
        assertThat(answer.body()).contains("\"/name\"");
        owner.post(Files.of(transito), bytes("text")).expectProblem(400, "validation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script></html>",
                "<!-- --><!doctype html><p>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
                "<?xml version=\"1.0\"?><a/>",
                "#!/bin/sh\nreboot",
                "MZ\u0001\u0002\u0000\u0000"
            }) // attack case 27
    void refusesWhatABrowserOrAMachineWouldRunWhateverItIsCalled(String content) {
        Api pretending = owner.with("Content-Type", "image/png");
        pretending
                .post(Files.of(transito) + "?name=photo.png", bytes(content))
                .expectProblem(415, "unsupported-media-type");
        assertThat(owner.get(Files.of(transito)).expect(200).items()).isEmpty();
        assertThat(stored()).isZero();
    }

    @Test
    void officeDocumentsAreToldByWhatIsInThem() {
        byte[] word = Files.zip("[Content_Types].xml", "word/document.xml");
        assertThat(Files.add(owner, transito, "a.bin", word).expect(201).text("mediaType"))
                .endsWith("wordprocessingml.document");
        Files.add(owner, transito, "a.docx", Files.zip("a.exe")).expectProblem(415, "unsupported-media-type");
        Files.add(
                        owner,
                        transito,
                        "a.docm",
                        Files.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"))
                .expectProblem(415, "unsupported-media-type");
        assertThat(Files.add(owner, transito, "a.csv", bytes("a;b\n1;2\n"))
                        .expect(201)
                        .text("mediaType"))
                .isEqualTo("text/csv");
    }

    @Test
    void refusesWhatIsTooLargeOrEmpty() {
        Files.add(owner, transito, "a.pdf", Files.pdf(25 * MB + 1)).expectProblem(413, "payload-too-large");
        Files.add(owner, transito, "a.pdf", new byte[0]).expectProblem(400, "validation");
        assertThat(stored()).isZero();
    }

    @Test
    void theStorageOfThePlanIsExactWhoeverComesAtOnce() {
        limitStorage(10_000);

        List<Answer> answers = AtOnce.run(8, i -> Files.add(owner, transito, "a.pdf", Files.pdf(3_000)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(3);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(
                                answer.expectProblem(402, "limit-exceeded").text("resource"))
                        .isEqualTo("storage"));
        assertThat(stored()).isEqualTo(9_000);
        owner.get(Files.of(transito))
                .expect(200)
                .each("id")
                .forEach(id -> owner.delete(Files.of(transito) + "/" + id).expect(204));
        assertThat(stored()).isZero();
        Files.add(owner, transito, "a.pdf", Files.pdf(10_000)).expect(201);
    }

    @Test
    void aTransitWithFilesIsNotDeleted() {
        Answer added = Files.add(owner, transito, "a.txt", bytes("text")).expect(201);
        owner.delete(TRANSITOS + "/" + transito).expectProblem(409, "conflict");
        owner.delete(at(added)).expect(204);
        owner.delete(TRANSITOS + "/" + transito).expect(204);
        Files.add(owner, transito, "a.txt", bytes("text")).expectProblem(404, "not-found");
    }

    @Test // attack cases 6, 9
    void anotherTenantAndAnotherTransitDoNotReachAFile() {
        Answer added = Files.add(owner, transito, "a.txt", bytes("text")).expect(201);
        String elsewhere = Domain.createTransito(owner, Domain.createPrecinto(owner));
        Api other = Tenants.professional().owner();

        for (String path : List.of("", "/content")) {
            other.get(at(added) + path).expectProblem(404, "not-found");
            owner.get(Files.of(elsewhere) + "/" + added.id() + path).expectProblem(404, "not-found");
        }
        other.post(at(added) + "/link").expectProblem(404, "not-found");
        owner.post(Files.of(elsewhere) + "/" + added.id() + "/link").expectProblem(404, "not-found");
        other.delete(at(added)).expectProblem(404, "not-found");
        owner.delete(Files.of(elsewhere) + "/" + added.id()).expectProblem(404, "not-found");
        other.get(Files.of(transito)).expectProblem(404, "not-found");
        Files.add(other, transito, "a.txt", bytes("text")).expectProblem(404, "not-found");
        owner.get(at(added)).expect(200);
    }

    @Test
    void aLinkOpensTheFileForWhoeverHasIt() {
        Answer added = Files.add(owner, transito, "a.pdf", Files.pdf(600_000)).expect(201);

        Answer link = owner.post(at(added) + "/link").expect(200);
        assertThat(link.text("url")).contains("://" + tenant.slug() + ".");
        assertThat(link.text("expiresAt")).endsWith("Z");
        String path = link.text("url").substring(link.text("url").indexOf("/api/"));

        assertThat(Api.anonymous().bytes(path)).isEqualTo(Files.pdf(600_000));
        Branding.visitor(tenant.slug()).get(path).expect(200);
        Answer seen = Api.anonymous().get(path).expect(200);
        assertThat(seen.header("Content-Disposition")).startsWith("attachment;");
        assertThat(seen.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(seen.headers().allValues("Content-Security-Policy").toString())
                .contains("sandbox");
        assertThat(Api.anonymous().get(path + "?inline=true").expect(200).header("Content-Disposition"))
                .startsWith("inline;");
        Api.anonymous().get(path + "?inline=perhaps").expectProblem(400, "validation");
        assertThat(owner.get("/api/activity?action=attachment.linked")
                        .expect(200)
                        .body())
                .doesNotContain(path.substring(path.lastIndexOf('/') + 1));
    }

    @Test
    void aTextIsNeverShownInline() {
        Answer added = Files.add(owner, transito, "a.txt", bytes("text")).expect(201);
        String path = Files.link(owner, at(added), Json.object("expiresIn", 60));
        assertThat(Api.anonymous().get(path + "?inline=true").expect(200).header("Content-Disposition"))
                .startsWith("attachment;");
        owner.post(at(added) + "/link", Json.object("expiresIn", 86_401)).expectProblem(400, "validation");
        owner.post(at(added) + "/link", Json.object("expiresIn", 0)).expectProblem(400, "validation");
        owner.post(at(added) + "/link", Json.object("for", "ever")).expectProblem(400, "validation");
    }

    @Test // attack case 28
    void aLinkThatIsForgedOrOfAnotherHostIsLikeNone() {
        Answer added = Files.add(owner, transito, "a.txt", bytes("text")).expect(201);
        String path = Files.link(owner, at(added), null);
        Tenant other = Tenants.professional();
        Api caller = Api.anonymous().with("X-Request-Id", UUID.randomUUID().toString());

        Answer none = caller.get("/api/files/" + "A".repeat(96)).expectProblem(404, "not-found");
        int start = path.lastIndexOf('/') + 1;
        for (int i = start; i < path.length(); i += 7) {
            char another = path.charAt(i) == 'A' ? 'B' : 'A';
            Answer forged = caller.get(path.substring(0, i) + another + path.substring(i + 1));
            isTheSame(forged, none);
        }
        isTheSame(caller.get("/api/files/x"), none);
        isTheSame(caller.get(path + "A"), none);
        isTheSame(caller.with("Host", Branding.host(other.slug())).get(path), none);
        caller.get(path).expect(200);
    }

    @Test
    void aLinkEndsWithItsFileAndWithItsTenant() {
        Answer added = Files.add(owner, transito, "a.txt", bytes("text")).expect(201);
        Answer kept = Files.add(owner, transito, "b.txt", bytes("text")).expect(201);
        String first = Files.link(owner, at(added), null);
        String second = Files.link(owner, at(kept), null);

        owner.delete(at(added)).expect(204);
        Api.anonymous().get(first).expectProblem(404, "not-found");
        Api.anonymous().get(second).expect(200);
        ProductDatabase.suspend(tenant.id());
        Api.anonymous().get(second).expectProblem(404, "not-found");
    }

    private void limitStorage(int bytes) {
        Tenants.platform()
                .put(
                        Plans.overridesOf(tenant.id()) + "/limits/storage",
                        Json.object("included", bytes, "hardLimit", bytes, "reason", "A test"))
                .expect(200);
    }

    private long stored() {
        return Usages.of(owner, "storage").path("used").asLong();
    }

    private String at(Answer added) {
        return Files.of(transito) + "/" + added.id();
    }

    private static void isTheSame(Answer one, Answer other) {
        assertThat(one.status()).isEqualTo(other.status());
        assertThat(one.body()).isEqualTo(other.body());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
