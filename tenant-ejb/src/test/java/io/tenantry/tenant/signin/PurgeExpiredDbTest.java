package io.tenantry.tenant.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.secret.Secrets;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.signin.internal.AccountSession;
import io.tenantry.tenant.signin.internal.RefreshToken;
import io.tenantry.tenant.signin.internal.sql.PurgeStatements;
import io.tenantry.tenant.signin.internal.sql.ResetStatements;
import io.tenantry.tenant.signin.internal.sql.ResetStatements.Reset;
import io.tenantry.tenant.signin.internal.sql.ThrottleStatements;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has expired goes, a bounded number at a time; what is good or may still be looked at stays. */
class PurgeExpiredDbTest {

    private static final BusinessClock CLOCK = new BusinessClock(false);
    private static final Instant NOW = CLOCK.wallClock();
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = new StandaloneUnit("tenantPU", DATABASE.app(), Map.of());

    private UUID account;

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @BeforeEach
    void anAccountAndNothingElse() {
        DATABASE.superuser("truncate password_reset, signup_request, login_throttle, account_session cascade");
        account = account();
    }

    @Test
    void tokensOfPasswordsGoWhenTheyExpire() {
        UUID other = account();
        UNIT.transaction(em -> {
            ResetStatements.put(em, new Reset(account, "-"), "over", NOW.minusSeconds(60));
            ResetStatements.put(em, new Reset(other, "-"), "good", NOW.plusSeconds(600));
        });

        purge();

        assertThat(texts("select hash from password_reset")).containsExactly("good");
    }

    @Test
    void signUpsGoWhenTheyExpire() {
        String insert =
                "insert into signup_request values ('%s', 'O', 's', 'p', 'D', 'e', '-', now() %s interval '1 minute')";
        DATABASE.superuser(insert.formatted("over", "-"));
        DATABASE.superuser(insert.formatted("good", "+"));

        purge();

        assertThat(texts("select hash from signup_request")).containsExactly("good");
    }

    @Test
    void countsGoAfterADay() {
        UNIT.transaction(em -> {
            ThrottleStatements.count(em, "over", NOW.minus(Duration.ofHours(25)), NOW);
            ThrottleStatements.count(em, "counting", NOW.minus(Duration.ofHours(23)), NOW);
        });

        purge();

        assertThat(texts("select key from login_throttle")).containsExactly("counting");
    }

    @Test
    void sessionsGoAMonthAfterTheirEndWithTheirTokens() {
        session("alive", NOW.plusSeconds(60), null);
        session("expired", NOW.minus(Duration.ofDays(29)), null);
        session("long expired", NOW.minus(Duration.ofDays(31)), null);
        session("ended", NOW.plusSeconds(60), NOW.minus(Duration.ofDays(29)));
        session("long ended", NOW.plusSeconds(60), NOW.minus(Duration.ofDays(31)));

        purge();

        assertThat(texts("select t.hash from refresh_token t"))
                .containsExactlyInAnyOrder(hash("alive"), hash("expired"), hash("ended"));
        assertThat(texts("select cast(id as text) from account_session")).hasSize(3);
    }

    @Test
    void onlySoManyGoAtATime() {
        DATABASE.superuser("insert into login_throttle select g::text, 1, now() - interval '2 days'"
                + " from generate_series(1, 10) g");
        PurgeStatements.Expired counts = PurgeStatements.ALL.stream()
                .filter(expired -> expired.table().equals("login_throttle"))
                .findFirst()
                .orElseThrow();

        assertThat(UNIT.<Integer>inTransaction(em -> PurgeStatements.delete(em, counts, NOW, 4)))
                .isEqualTo(4);
        assertThat(texts("select key from login_throttle")).hasSize(6);
    }

    private static void purge() {
        UNIT.transaction(em -> {
            PurgeExpired purge = new PurgeExpired();
            purge.entityManager = em;
            purge.clock = CLOCK;
            purge.run();
        });
    }

    private void session(String token, Instant expires, Instant ended) {
        UNIT.transaction(em -> {
            AccountSession session = new AccountSession(account, NOW.minus(Duration.ofDays(60)), expires);
            if (ended != null) {
                session.end("test", ended);
            }
            em.persist(session);
            em.flush();
            em.persist(new RefreshToken(token, session.id(), NOW));
        });
    }

    private static String hash(String token) {
        return Secrets.hash(token);
    }

    private static UUID account() {
        return UNIT.inTransaction(em -> {
            Account account = new Account(Ids.next() + "@t.test", "A", "-", false, NOW);
            em.persist(account);
            return account.id();
        });
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(String sql) {
        return UNIT.inTransaction(em -> em.createNativeQuery(sql).getResultList());
    }
}
