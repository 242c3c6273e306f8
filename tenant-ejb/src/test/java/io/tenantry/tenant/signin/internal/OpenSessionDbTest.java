package io.tenantry.tenant.signin.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.member.Account;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A sign-in that is under way while the password is changed. */
class OpenSessionDbTest {

    private static final StandaloneUnit UNIT =
            new StandaloneUnit("tenantPU", TestDatabase.migrated().app(), Map.of());

    private final Account verified = account();

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @Test
    void opensWithThePasswordThatWasProven() {
        assertThat(open().refreshToken()).isNotBlank();
    }

    @Test
    void doesNotOpenOnceThePasswordHasChanged() {
        UNIT.transaction(em -> em.createQuery("update Account a set a.passwordHash = 'new' where a.id = :id")
                .setParameter("id", verified.id())
                .executeUpdate());

        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNAUTHENTICATED));
        assertThat(count(verified.id())).isZero();
    }

    private Sessions.Issued open() {
        return UNIT.inTransaction(em -> {
            Sessions sessions = new Sessions();
            sessions.entityManager = em;
            sessions.clock = new BusinessClock(false);
            return sessions.open(verified, Optional.empty());
        });
    }

    private static long count(UUID account) {
        return UNIT.inTransaction(
                em -> em.createQuery("select count(s) from AccountSession s where s.accountId = :id", Long.class)
                        .setParameter("id", account)
                        .getSingleResult());
    }

    private static Account account() {
        return UNIT.inTransaction(em -> {
            Account account =
                    new Account(Ids.next() + "@open.test", "O", "old", false, Instant.parse("2026-03-01T10:00:00Z"));
            em.persist(account);
            return account;
        });
    }
}
