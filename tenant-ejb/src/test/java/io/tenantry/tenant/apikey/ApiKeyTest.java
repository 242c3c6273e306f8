package io.tenantry.tenant.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.apikey.internal.KeyText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When a key and its secrets are valid. */
class ApiKeyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final Duration GRACE = Duration.ofMinutes(10);

    private final TenantId tenant = new TenantId(Ids.next());
    private final UUID id = Ids.next();
    private final KeyText first = KeyText.next(tenant, id);
    private final KeyText second = KeyText.next(tenant, id);
    private final KeyText third = KeyText.next(tenant, id);

    @Test
    void onlyItsOwnSecretOpens() {
        ApiKey key = key(null);

        assertThat(key.secretNo(first.hash(), NOW)).contains(1);
        assertThat(key.secretNo(second.hash(), NOW)).isEmpty();
        assertThat(key.secretNo("", NOW)).isEmpty();
    }

    @Test
    void theTimeOfExpiryIsTheFirstWithoutKey() {
        ApiKey key = key(LATER);

        assertThat(key.accepts(1, LATER.minusNanos(1000))).isTrue();
        assertThat(key.accepts(1, LATER)).isFalse();
        assertThat(key.secretNo(first.hash(), LATER)).isEmpty();
    }

    @Test
    void aKeyDoesNotBeginExpired() {
        assertThatThrownBy(() -> key(NOW)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aRevokedKeyAcceptsNothing() {
        ApiKey key = key(null);
        key.rotate(second, GRACE, NOW);

        key.revoke(NOW);

        assertThat(key.accepts(1, NOW)).isFalse();
        assertThat(key.accepts(2, NOW)).isFalse();
        assertThat(key.secretNo(second.hash(), NOW)).isEmpty();
    }

    @Test
    void theSecretBeforeIsValidUntilTheGraceEnds() {
        ApiKey key = key(null);

        key.rotate(second, GRACE, NOW);

        Instant end = NOW.plus(GRACE);
        assertThat(key.secretNo(second.hash(), end)).contains(2);
        assertThat(key.secretNo(first.hash(), end.minusNanos(1000))).contains(1);
        assertThat(key.secretNo(first.hash(), end)).isEmpty();
        assertThat(key.accepts(1, end.minusNanos(1000))).isTrue();
        assertThat(key.accepts(1, end)).isFalse();
    }

    @Test
    void withoutGraceTheSecretBeforeIsOverAtOnce() {
        ApiKey key = key(null);

        key.rotate(second, Duration.ZERO, NOW);

        assertThat(key.secretNo(first.hash(), NOW)).isEmpty();
        assertThat(key.accepts(1, NOW)).isFalse();
        assertThat(key.accepts(2, NOW)).isTrue();
    }

    @Test
    void theGraceIsForOneSecretOnly() {
        ApiKey key = key(null);
        key.rotate(second, GRACE, NOW);

        key.rotate(third, GRACE, NOW);

        assertThat(key.secretNo(first.hash(), NOW)).isEmpty();
        assertThat(key.accepts(1, NOW)).isFalse();
        assertThat(key.secretNo(second.hash(), NOW)).contains(2);
        assertThat(key.secretNo(third.hash(), NOW)).contains(3);
    }

    @Test
    void theGraceDoesNotOutliveTheKey() {
        ApiKey key = key(LATER);
        key.rotate(second, Duration.ofDays(1), NOW);

        assertThat(key.accepts(1, LATER)).isFalse();
    }

    @Test
    void aKeyThatIsOverIsNotRotated() {
        ApiKey expired = key(LATER);
        ApiKey revoked = key(null);
        revoked.revoke(NOW);

        for (ApiKey key : List.of(expired, revoked)) {
            assertThatThrownBy(() -> key.rotate(second, GRACE, LATER))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT));
        }
    }

    @Test
    void secretsThatAreNotYetDoNotCount() {
        assertThat(key(null).accepts(2, NOW)).isFalse();
        assertThat(key(null).accepts(0, NOW)).isFalse();
    }

    private ApiKey key(Instant expiresAt) {
        return new ApiKey(first, "Gate", List.of("seals:read"), expiresAt, "owner@t.test", NOW);
    }
}
