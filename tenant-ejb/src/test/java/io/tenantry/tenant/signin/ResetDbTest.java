package io.tenantry.tenant.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.signin.internal.sql.ResetStatements;
import io.tenantry.tenant.signin.internal.sql.ResetStatements.Reset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A token for a new password is the account's only one, good once and for a while. */
class ResetDbTest {

    private static final Instant NOW = new BusinessClock(false).wallClock();
    private static final StandaloneUnit UNIT =
            new StandaloneUnit("tenantPU", TestDatabase.migrated().app(), Map.of());

    private final UUID account = account();

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @Test
    void takenAtOnceItIsGoodOnce() {
        put("raced", NOW.plusSeconds(60));

        Supplier<Boolean> take = () -> taken("raced", NOW);
        List<Boolean> results = Stream.of(take, take, take, take).map(CompletableFuture::supplyAsync).toList().stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(results).containsExactlyInAnyOrder(true, false, false, false);
    }

    @Test
    void theNextReplacesTheOneBefore() {
        put("first", NOW.plusSeconds(60));
        put("second", NOW.plusSeconds(60));

        assertThat(taken("first", NOW)).isFalse();
        assertThat(taken("second", NOW)).isTrue();
    }

    @Test
    void itIsGoodUntilItExpires() {
        put("late", NOW.plusSeconds(60));

        assertThat(taken("late", NOW.plusSeconds(60))).isFalse();
        assertThat(taken("late", NOW.plusSeconds(59))).isTrue();
    }

    private void put(String hash, Instant expires) {
        UNIT.transaction(em -> ResetStatements.put(em, new Reset(account, "-"), hash, expires));
    }

    private static boolean taken(String hash, Instant now) {
        return UNIT.inTransaction(em -> ResetStatements.take(em, hash, now)).isPresent();
    }

    private static UUID account() {
        return UNIT.inTransaction(em -> {
            Account account = new Account(Ids.next() + "@t.test", "A", "-", false, NOW);
            em.persist(account);
            return account.id();
        });
    }
}
