package io.tenantry.it;

import static io.tenantry.it.product.Domain.PRECINTOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Dns;
import io.tenantry.it.product.Domains;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the DNS may answer, and what becomes of a proven domain when the answer changes. */
class DomainChecksIT extends BlackBox {

    private static final String CLOCK = "/api/admin/clock";

    private final String domain = Domains.unused();
    private Api owner;
    private Answer created;

    @BeforeEach
    void entersADomain() {
        owner = Tenants.enterprise().owner();
        created = Domains.register(owner, domain);
    }

    @Test
    void theStringsOfARecordAreOneValue() {
        String value = Domains.recordValue(created);
        Dns.split(Domains.recordName(created), value.substring(0, 30), value.substring(30));
        Domains.verify(owner, created).expect(200);
    }

    @Test
    void anAliasIsFollowed() {
        String target = "proof." + Domains.unused();
        Dns.cname(Domains.recordName(created), target);
        Domains.verify(owner, created).expectProblem(409, "conflict");
        Dns.txt(target, Domains.recordValue(created));
        Domains.verify(owner, created).expect(200);
    }

    @Test
    void anAnswerThatIsTooLongForOnePacketIsRead() {
        Stream<String> others = IntStream.range(0, 20).mapToObj(i -> i + "x".repeat(200));
        Dns.txt(
                Domains.recordName(created),
                Stream.concat(others, Stream.of(Domains.recordValue(created))).toArray(String[]::new));
        Domains.verify(owner, created).expect(200);
    }

    @Test
    void aDnsThatFailsIsTold() {
        Dns.fail(Domains.recordName(created));
        Answer refused = Domains.verify(owner, created).expectProblem(409, "conflict");

        assertThat(refused.text("detail")).contains(Domains.recordName(created));
        assertThat(owner.get(Domains.at(created)).json().path("checkedAt").isNull())
                .isTrue();
        Dns.remove(Domains.recordName(created));
        assertThat(Domains.verify(owner, created).expectProblem(409, "conflict").text("detail"))
                .isNotEqualTo(refused.text("detail"));
    }

    @Test
    void aProvenDomainWhoseRecordIsGoneLapsesAfterThreeDays() { // attack case 25
        Answer unanswered = Domains.proven(owner, Domains.unused());
        Domains.makeRecord(created);
        Domains.verify(owner, created).expect(200);
        Dns.remove(Domains.recordName(created));
        Dns.fail(Domains.recordName(unanswered));

        Domains.verify(owner, created).expectProblem(409, "conflict");
        hasStatus("failing", 200);
        advance(Duration.ofHours(36));
        hasStatus("failing", 200);
        advance(Duration.ofHours(37));
        hasStatus("lapsed", 404);
        assertThat(owner.get(Domains.at(unanswered)).text("status")).isEqualTo("verified");

        Domains.makeRecord(created);
        Domains.verify(owner, created).expect(200);
        hasStatus("verified", 200);
    }

    private void hasStatus(String status, int byHost) {
        assertThat(owner.get(Domains.at(created)).text("status")).isEqualTo(status);
        assertThat(Domains.by(domain, owner).get(PRECINTOS).status()).isEqualTo(byHost);
    }

    /** What falls due is done before the call answers. */
    private static void advance(Duration duration) {
        Api platform = Tenants.platform();
        Instant now = Instant.parse(platform.get(CLOCK).expect(200).text("now"));
        platform.put(CLOCK, Json.object("now", now.plus(duration).toString())).expect(200);
    }
}
