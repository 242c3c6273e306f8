package io.tenantry.tenant.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.signin.internal.AccountSession;
import io.tenantry.tenant.signin.internal.RefreshToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of an account's sessions. */
class SessionsDbTest {

    private static final BusinessClock CLOCK = new BusinessClock(false);
    private static final Instant SIGNED_IN = CLOCK.wallClock().minus(Duration.ofDays(1));
    private static final Instant END = CLOCK.wallClock().plus(Duration.ofDays(1));
    private static final StandaloneUnit UNIT =
            new StandaloneUnit("tenantPU", TestDatabase.migrated().app(), Map.of());

    private UUID account;

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @BeforeEach
    void anAccount() {
        account = account();
    }

    @Test
    void aSessionWasLastUsedWhenItsNewestTokenWasIssued() {
        Instant refreshed = SIGNED_IN.plus(Duration.ofHours(3));
        UUID session = session(account, SIGNED_IN, END, false);
        token(session, SIGNED_IN.plus(Duration.ofHours(1)));
        token(session, refreshed);

        assertThat(page(50, null).items()).containsExactly(new SessionView(session, SIGNED_IN, refreshed, END));
    }

    @Test
    void endedExpiredAndForeignSessionsAreNotListed() {
        UUID alive = session(account, SIGNED_IN, END, false);
        session(account, SIGNED_IN, END, true);
        session(account, SIGNED_IN, SIGNED_IN.plus(Duration.ofHours(1)), false);
        session(account(), SIGNED_IN, END, false);

        assertThat(page(50, null).items()).extracting(SessionView::id).containsExactly(alive);
    }

    @Test
    void pagesGoBackInTime() {
        UUID older = session(account, SIGNED_IN, END, false);
        UUID newer = session(account, SIGNED_IN.plusSeconds(60), END, false);

        Page<SessionView> first = page(1, null);
        Page<SessionView> second = page(1, first.nextCursor());

        assertThat(first.items()).extracting(SessionView::id).containsExactly(newer);
        assertThat(second.items()).extracting(SessionView::id).containsExactly(older);
        assertThat(second.nextCursor()).isNull();
    }

    private Page<SessionView> page(int limit, String cursor) {
        return UNIT.inTransaction(em -> {
            FindSessions find = new FindSessions();
            find.entityManager = em;
            find.clock = CLOCK;
            return find.page(account, new PageRequest(limit, cursor, null));
        });
    }

    private static UUID account() {
        return UNIT.inTransaction(em -> {
            Account account = new Account(Ids.next() + "@session.test", "S", "-", false, SIGNED_IN);
            em.persist(account);
            return account.id();
        });
    }

    private static UUID session(UUID account, Instant from, Instant to, boolean ended) {
        UUID id = UNIT.inTransaction(em -> {
            AccountSession session = new AccountSession(account, from, to);
            if (ended) {
                session.end("test", from);
            }
            em.persist(session);
            return session.id();
        });
        token(id, from);
        return id;
    }

    /** As a refresh does: the token before is used up. */
    private static void token(UUID session, Instant issued) {
        UNIT.transaction(em -> {
            em.createQuery("update RefreshToken t set t.usedAt = :now where t.sessionId = :session")
                    .setParameter("now", issued)
                    .setParameter("session", session)
                    .executeUpdate();
            em.persist(new RefreshToken(Ids.next().toString(), session, issued));
        });
    }
}
