package io.tenantry.tenant.signin.internal;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.secret.Secrets;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.member.Account;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sessions and their refresh tokens, each change in one transaction. */
@Stateless
public class Sessions {

    private static final Duration LIFETIME = Duration.ofDays(30);

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /** What a session was given: its first or next token. */
    public record Issued(UUID sessionId, String refreshToken, Instant expiresAt) {}

    /** As whom a session works: a member, or with the role of an owner. */
    public record Impersonated(UUID impersonation, Optional<UUID> member) {}

    /** What became of a refresh token that was presented. */
    public sealed interface Redeemed {
        /** It was good, and is used up now. */
        record Good(Account account, Issued next, Optional<TenantId> tenant, Optional<Impersonated> impersonated)
                implements Redeemed {}

        /** It was used before: the session has ended. */
        record Reused(Account account, Optional<TenantId> tenant) implements Redeemed {}

        /** Unknown, or of a session that is over. */
        record Unknown() implements Redeemed {}
    }

    /**
     * Opens a session; where it works in a tenant, the thread already does.
     *
     * @param verified as it was when it proved its password
     * @throws ProblemException {@code unauthenticated} if the password has been changed since: that has ended all other
     *     sessions, and this one would have escaped
     */
    public Issued open(Account verified, Optional<TenantId> tenant) {
        Account account = entityManager.find(Account.class, verified.id(), LockModeType.PESSIMISTIC_WRITE);
        if (!account.passwordHash().equals(verified.passwordHash())) {
            throw ProblemException.of(ProblemType.UNAUTHENTICATED, Text.of("tenant.bad-credentials"));
        }
        Instant now = clock.wallClock();
        AccountSession session = new AccountSession(account.id(), now, now.plus(LIFETIME));
        entityManager.persist(session);
        entityManager.flush();
        enter(session, tenant, "session.opened");
        return issue(session, now);
    }

    /** Opens a session that works as somebody in the thread's tenant, and ends with {@code parent}. */
    public Issued impersonate(
            TenantId tenant, UUID administrator, UUID parent, Impersonated impersonated, Duration lifetime) {
        Instant now = clock.wallClock();
        AccountSession session = AccountSession.impersonating(
                administrator, parent, impersonated.impersonation(), impersonated.member(), now, now.plus(lifetime));
        session.workIn(tenant);
        entityManager.persist(session);
        entityManager.flush();
        return issue(session, now);
    }

    /** Whether a session of the account has not ended. */
    public boolean isAlive(UUID sessionId, UUID accountId) {
        AccountSession session = entityManager.find(AccountSession.class, sessionId);
        return session != null && session.accountId().equals(accountId) && session.isAlive(clock.wallClock());
    }

    /** Lets a session work in another tenant, for which the thread already works; its older tokens are used up. */
    public Issued switchTo(TenantId tenant, UUID sessionId) {
        AccountSession session = entityManager.find(AccountSession.class, sessionId, LockModeType.PESSIMISTIC_WRITE);
        entityManager
                .createQuery(
                        "update RefreshToken t set t.usedAt = :now where t.sessionId = :session and t.usedAt is null")
                .setParameter("now", clock.wallClock())
                .setParameter("session", sessionId)
                .executeUpdate();
        enter(session, Optional.of(tenant), "session.switched");
        return issue(session, clock.wallClock());
    }

    /** Notes in the thread's tenant that the account went on to another one. */
    public void left(UUID sessionId) {
        activity.happened("session.left", "session", sessionId);
    }

    /** Exchanges a refresh token for the next one. A token that comes back a second time ends its session. */
    public Redeemed redeem(String refreshToken) {
        Instant now = clock.wallClock();
        String hash = Secrets.hash(refreshToken);
        RefreshToken token = entityManager.find(RefreshToken.class, hash);
        if (token == null) {
            return new Redeemed.Unknown();
        }
        AccountSession session =
                entityManager.find(AccountSession.class, token.sessionId(), LockModeType.PESSIMISTIC_WRITE);
        Account account = entityManager.find(Account.class, session.accountId());
        boolean parentAlive = session.parent()
                .map(parent -> isAlive(parent, account.id()) && account.isPlatformAdmin())
                .orElse(true);
        if (!session.isAlive(now) || account.isDisabled() || !parentAlive) {
            return new Redeemed.Unknown();
        }
        if (!useUp(hash, now)) {
            session.end("refresh token reused", now);
            return new Redeemed.Reused(account, session.currentTenant());
        }
        return new Redeemed.Good(
                account,
                issue(session, now),
                session.currentTenant(),
                session.impersonation().map(id -> new Impersonated(id, session.impersonatedAccount())));
    }

    /** Ends a session, and says so in the thread's tenant if it has one. */
    public void end(UUID sessionId, String because, boolean inTenant) {
        AccountSession session = entityManager.find(AccountSession.class, sessionId);
        session.end(because, clock.wallClock());
        if (inTenant) {
            session.impersonation()
                    .ifPresentOrElse(
                            id -> activity.happened("impersonation.ended", "impersonation", id),
                            () -> activity.happened("session.ended", "session", sessionId));
        }
    }

    /**
     * Where a session of the account works that has not ended.
     *
     * @throws ProblemException {@code not-found}, also for another account's
     */
    public Optional<TenantId> tenantOf(UUID sessionId, UUID accountId) {
        return Optional.ofNullable(entityManager.find(AccountSession.class, sessionId))
                .filter(session -> session.accountId().equals(accountId) && session.isAlive(clock.wallClock()))
                .orElseThrow(ProblemException::notFound)
                .currentTenant();
    }

    /**
     * Ends all sessions of an account but one.
     *
     * @return the tenants in which they worked
     */
    public Set<TenantId> endOthers(UUID accountId, UUID kept, String because) {
        Instant now = clock.wallClock();
        List<AccountSession> others = entityManager
                .createQuery(
                        "select s from AccountSession s where s.accountId = :account and s.id <> :kept"
                                + " and s.endedAt is null and s.expiresAt > :now order by s.id",
                        AccountSession.class)
                .setParameter("account", accountId)
                .setParameter("kept", kept)
                .setParameter("now", now)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        others.forEach(session -> session.end(because, now));
        return others.stream()
                .flatMap(session -> session.currentTenant().stream())
                .collect(Collectors.toSet());
    }

    /** Notes in the thread's tenant that an account's other sessions there have ended. */
    public void reportOthersEnded(UUID accountId) {
        activity.happened("session.othersEnded", "account", accountId);
    }

    /** Notes the theft of a token in the thread's tenant. */
    public void reportReuse(UUID accountId) {
        activity.happened("session.tokenReused", "account", accountId);
    }

    private void enter(AccountSession session, Optional<TenantId> tenant, String action) {
        tenant.ifPresent(id -> {
            session.workIn(id);
            remember(session.accountId(), id);
            activity.happened(action, "session", session.id());
        });
    }

    /** By statement: two sign-ins at once are no conflict. */
    private void remember(UUID accountId, TenantId tenant) {
        entityManager
                .createQuery("update Account a set a.lastTenantId = :tenant where a.id = :id")
                .setParameter("tenant", tenant.value())
                .setParameter("id", accountId)
                .executeUpdate();
    }

    private Issued issue(AccountSession session, Instant now) {
        String secret = Secrets.next();
        entityManager.persist(new RefreshToken(secret, session.id(), now));
        return new Issued(session.id(), secret, session.expiresAt());
    }

    private boolean useUp(String hash, Instant now) {
        return entityManager
                        .createQuery(
                                "update RefreshToken t set t.usedAt = :now where t.hash = :hash and t.usedAt is null")
                        .setParameter("now", now)
                        .setParameter("hash", hash)
                        .executeUpdate()
                == 1;
    }
}
