package io.tenantry.it;

import static io.tenantry.it.product.Domain.PRECINTOS;
import static io.tenantry.it.product.Domains.DOMAINS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Dns;
import io.tenantry.it.product.Domains;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tenant's own domain names it once the DNS proves that it is the tenant's. */
class DomainsIT extends BlackBox {

    private static Tenant other;
    private static String othersHost;

    private final String domain = Domains.unused();

    @BeforeAll
    static void makesAnother() {
        other = Tenants.enterprise();
        othersHost = Domains.proven(other.owner(), Domains.unused()).text("domain");
    }

    /** Of a tenant of its own, because attempts to verify are counted. */
    private static Api newOwner() {
        return Tenants.enterprise().owner();
    }

    @Test
    void aDomainIsEnteredWithTheRecordThatProvesIt() {
        Api owner = newOwner();
        Answer created = Domains.register(owner, domain);

        assertThat(created.header("Location")).endsWith(Domains.at(created));
        assertThat(created.text("domain")).isEqualTo(domain);
        assertThat(created.text("status")).isEqualTo("pending");
        assertThat(created.json().path("record").path("type").asText()).isEqualTo("TXT");
        assertThat(Domains.recordName(created)).isEqualTo("_tenantry-challenge." + domain);
        assertThat(Domains.recordValue(created)).hasSizeBetween(40, 255);
        assertThat(created.json().path("verifiedAt").isNull()).isTrue();
        assertThat(owner.get(Domains.at(created)).expect(200).json()).isEqualTo(created.json());
        assertThat(owner.get(DOMAINS).expect(200).each("id")).containsExactly(created.id());
    }

    @Test
    void aDomainThatWasNeverVerifiedNamesNobody() { // attack case 25
        Api owner = newOwner();
        Answer created = Domains.register(owner, domain);
        byHost(owner, 404);

        Domains.verify(owner, created).expectProblem(409, "conflict");
        Dns.txt(Domains.recordName(created), "v=spf1 -all", Domains.recordValue(created) + "x");
        assertThat(Domains.verify(owner, created).expectProblem(409, "conflict").text("detail"))
                .contains(Domains.recordName(created));

        byHost(owner, 404);
        assertThat(owner.get(Domains.at(created)).text("status")).isEqualTo("pending");
        assertThat(owner.get(Domains.at(created)).text("checkedAt")).isNotEmpty();
    }

    @Test
    void aProvenDomainNamesItsTenant() {
        Api owner = newOwner();
        Answer created = Domains.register(owner, domain);
        Dns.txt(Domains.recordName(created), "something else", Domains.recordValue(created));

        Answer verified = Domains.verify(owner, created).expect(200);

        assertThat(verified.text("status")).isEqualTo("verified");
        assertThat(verified.text("verifiedAt")).isNotEmpty();
        byHost(owner, 200);
        Domains.by(domain.toUpperCase(), owner).get(PRECINTOS).expect(200);
        Domains.by(domain, other.owner()).get(PRECINTOS).expectProblem(403, "tenant-mismatch");
        Domains.by("www." + domain, owner).get(PRECINTOS).expectProblem(404, "not-found");
        Domains.by(domain + ".evil.example", owner).get(PRECINTOS).expectProblem(404, "not-found");
    }

    @Test
    void aNameBeyondAsciiIsReachedByItsEncodedForm() { // attack case 2
        Api owner = newOwner();
        String unicode = "Señal-" + domain;
        Answer created = Domains.proven(owner, unicode);

        assertThat(created.text("domain")).startsWith("xn--").endsWith(".example.test");
        assertThat(created.text("unicodeDomain")).isEqualTo(unicode.toLowerCase());
        Domains.by(created.text("domain"), owner).get(PRECINTOS).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "-.test", "xn--", "_.test", "%00", "0x7f.1"})
    void aStrangeHostIsNotFound(String suffix) { // attack case 2
        Domains.by(othersHost + suffix, other.owner()).get(PRECINTOS).expectProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test",
                "shop.test.",
                ".shop.test",
                "shop..test",
                "127.0.0.1",
                "1.2.3.4",
                "0x7f.0.0.0x1",
                "①.2.3.4",
                "[::1]",
                "shop.test:8080",
                "*.shop.test",
                "_dmarc.shop.test",
                "-a.test",
                "a-.test",
                "a b.test",
                "shop.test/x",
                "shop@test.test",
                "https://shop.test",
                "a\u0000.test",
                "straße.test",
                ""
            })
    void refusesWhatIsNoDomain(String text) {
        Answer refused =
                other.owner().post(DOMAINS, Json.object("domain", text)).expectProblem(400, "validation");
        assertThat(refused.json().path("errors").path(0).path("pointer").asText())
                .isEqualTo("/domain");
    }

    @Test
    void refusesALabelOrANameThatIsTooLong() {
        other.owner()
                .post(DOMAINS, Json.object("domain", "a".repeat(64) + ".test"))
                .expectProblem(400, "validation");
        other.owner()
                .post(DOMAINS, Json.object("domain", "a.".repeat(124) + "test"))
                .expectProblem(400, "validation");
        other.owner()
                .post(DOMAINS, Json.object("domain", "ñ".repeat(60) + ".test"))
                .expectProblem(400, "validation");
        Domains.register(other.owner(), Tenants.unique() + "." + "a.".repeat(100) + "test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"shop.localhost", "ACME.LocalHost", "a.b.localhost", "acme。localhost", "db.internal", "a.onion"})
    void refusesThePlatformsOwnNamesAndThoseOfNoDns(String text) { // attack case 25
        other.owner().post(DOMAINS, Json.object("domain", text)).expectProblem(409, "conflict");
    }

    @Test
    void refusesToTakeAnothersDomain() { // attack case 25
        Api owner = newOwner();
        Domains.proven(other.owner(), domain);
        Answer claim = Domains.register(owner, domain);
        Domains.verify(owner, claim).expectProblem(409, "conflict");
        Domains.makeRecord(claim);

        Answer refused = Domains.verify(owner, claim).expectProblem(409, "conflict");

        Answer unusable = owner.post(DOMAINS, Json.object("domain", "shop.localhost"));
        assertThat(refused.text("detail")).isEqualTo(unusable.text("detail"));
        assertThat(refused.body()).doesNotContain(other.slug(), other.id());
        assertThat(owner.get(Domains.at(claim)).text("status")).isEqualTo("pending");
        byHost(other.owner(), 200);
        byHost(owner, 403);
    }

    @Test
    void ofTwoWhoProveADomainAtOnceOneHasIt() { // attack case 25
        Api owner = newOwner();
        List<Api> tenants = List.of(owner, other.owner());
        List<Answer> claims =
                tenants.stream().map(api -> Domains.register(api, domain)).toList();
        Dns.txt(
                Domains.recordName(claims.get(0)),
                claims.stream().map(Domains::recordValue).toArray(String[]::new));

        List<Answer> answers = AtOnce.run(2, i -> Domains.verify(tenants.get(i), claims.get(i)));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        int winner = answers.get(0).status() == 200 ? 0 : 1;
        byHost(tenants.get(winner), 200);
        byHost(tenants.get(1 - winner), 403);
    }

    @Test
    void aDomainBelowAnothersNeedsItsOwnProof() { // attack case 25
        Api owner = newOwner();
        Domains.proven(other.owner(), domain);
        Answer below = Domains.register(owner, "mail." + domain);
        Domains.verify(owner, below).expectProblem(409, "conflict");

        Domains.makeRecord(below);
        Domains.verify(owner, below).expect(200);

        Domains.by("mail." + domain, owner).get(PRECINTOS).expect(200);
        byHost(other.owner(), 200);
    }

    @Test
    void aDomainThatIsGivenUpIsFree() {
        Api owner = newOwner();
        Answer created = Domains.proven(owner, domain);
        owner.with("If-Match", created.etag()).delete(Domains.at(created)).expectProblem(412, "precondition-failed");

        owner.delete(Domains.at(created)).expect(204);

        byHost(owner, 404);
        owner.get(Domains.at(created)).expectProblem(404, "not-found");
        Domains.proven(other.owner(), domain);
        byHost(other.owner(), 200);
    }

    @Test
    void theSameDomainIsEnteredOnceAndGetsAnotherValueNextTime() {
        Api owner = newOwner();
        Answer first = Domains.register(owner, domain);
        owner.post(DOMAINS, Json.object("domain", domain.toUpperCase())).expectProblem(409, "conflict");
        owner.delete(Domains.at(first)).expect(204);

        assertThat(Domains.recordValue(Domains.register(owner, domain))).isNotEqualTo(Domains.recordValue(first));
        assertThat(Domains.recordValue(Domains.register(other.owner(), domain)))
                .isNotEqualTo(Domains.recordValue(first));
    }

    @Test
    void thereIsAnEndToTheNumberOfDomains() {
        Api owner = newOwner();
        for (int i = 0; i < 20; i++) {
            Domains.register(owner, Domains.unused());
        }
        owner.post(DOMAINS, Json.object("domain", domain)).expectProblem(409, "conflict");
    }

    @Test
    void nobodyHasTheDnsAskedWithoutEnd() {
        Api owner = newOwner();
        Answer created = Domains.register(owner, domain);
        for (int i = 0; i < 10; i++) {
            Domains.verify(owner, created).expectProblem(409, "conflict");
        }
        Answer refused = Domains.verify(owner, created).expectProblem(429, "rate-limited");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    }

    @Test
    void onlyAdministratorsManageDomains() {
        Api viewer = Tenants.demo("viewer@acme.test");
        assertThat(viewer.get(DOMAINS).expectProblem(403, "forbidden").text("permission"))
                .isEqualTo("domains:read");
        assertThat(viewer.post(DOMAINS, Json.object("domain", domain))
                        .expectProblem(403, "forbidden")
                        .text("permission"))
                .isEqualTo("domains:write");
    }

    @Test
    void thePlanMustHaveTheFeature() {
        Api starter = Tenants.starter().owner();
        Answer refused = starter.post(DOMAINS, Json.object("domain", domain)).expectProblem(403, "feature-not-in-plan");
        assertThat(refused.text("feature")).isEqualTo("customDomain");
        starter.post(DOMAINS + "/" + other.id() + "/verify").expectProblem(403, "feature-not-in-plan");
        assertThat(starter.get(DOMAINS).expect(200).items()).isEmpty();
    }

    @Test
    void theActivityLogTellsOfDomains() {
        Api owner = newOwner();
        Answer created = Domains.proven(owner, domain);
        owner.delete(Domains.at(created)).expect(204);

        Answer log = owner.get("/api/activity?limit=200").expect(200);
        assertThat(log.items()
                        .filter(entry -> entry.path("entityId").asText().equals(created.id()))
                        .map(entry -> entry.path("action").asText()))
                .containsExactly("domain.deleted", "domain.verified", "domain.created");
        assertThat(log.body()).doesNotContain(Domains.recordValue(created));
    }

    private void byHost(Api caller, int status) {
        assertThat(Domains.by(domain, caller).get(PRECINTOS).status()).isEqualTo(status);
    }
}
