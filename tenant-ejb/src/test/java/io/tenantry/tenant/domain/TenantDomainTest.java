package io.tenantry.tenant.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What checks make of a domain. */
class TenantDomainTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final TenantDomain domain = new TenantDomain(DomainName.of("shop.example.com"), NOW);

    @Test
    void eachRegistrationHasAValueOfItsOwn() {
        assertThat(domain.challenge()).matches("tenantry-verification=[\\w-]{43}");
        assertThat(new TenantDomain(domain.name(), NOW).challenge()).isNotEqualTo(domain.challenge());
    }

    @Test
    void whatWasNeverProvenStaysPending() {
        for (int day = 0; day < 10; day++) {
            domain.missed(after(24 * day));
        }
        assertThat(domain.status()).isEqualTo(DomainStatus.PENDING);
        assertThat(domain.view().checkedAt()).isEqualTo(after(216));
    }

    @Test
    void threeMissesWithinThreeDaysAreNotEnough() {
        proven(0);
        missed(24, 25, 26, 27, 95);
        assertThat(domain.status()).isEqualTo(DomainStatus.FAILING);
        assertThat(domain.status().isInForce()).isTrue();
    }

    @Test
    void threeDaysWithTwoMissesAreNotEnough() {
        proven(0);
        missed(24, 240);
        assertThat(domain.status()).isEqualTo(DomainStatus.FAILING);
    }

    @Test
    void lapsesByThreeMissesInThreeDays() {
        proven(0);
        missed(24, 48, 96);
        assertThat(domain.status()).isEqualTo(DomainStatus.LAPSED);
        assertThat(domain.status().isInForce()).isFalse();
    }

    @Test
    void oneSuccessMakesTheCountBeginAgain() {
        proven(0);
        missed(24, 48);
        proven(72);
        assertThat(domain.status()).isEqualTo(DomainStatus.VERIFIED);
        assertThat(domain.view().verifiedAt()).isEqualTo(NOW);
        missed(96, 120);
        assertThat(domain.status()).isEqualTo(DomainStatus.FAILING);
    }

    @Test
    void whatHasLapsedStaysSoUntilItIsProvenAgain() {
        proven(0);
        missed(24, 48, 96, 120);
        assertThat(domain.status()).isEqualTo(DomainStatus.LAPSED);
        proven(144);
        assertThat(domain.status()).isEqualTo(DomainStatus.VERIFIED);
        assertThat(domain.view().verifiedAt()).isEqualTo(after(144));
        missed(168);
        assertThat(domain.status()).isEqualTo(DomainStatus.FAILING);
    }

    private void proven(int hour) {
        domain.proven(after(hour));
    }

    private void missed(int... hours) {
        for (int hour : hours) {
            domain.missed(after(hour));
        }
    }

    private static Instant after(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }
}
