package io.tenantry.tenant.impersonation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.testing.WithoutTenantPredicate;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.access.internal.sql.AccessRows;
import io.tenantry.tenant.impersonation.internal.HandOverText;
import io.tenantry.tenant.impersonation.internal.sql.ImpersonationRows;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.plan.TenantPlan;
import io.tenantry.tenant.registry.Slug;
import io.tenantry.tenant.registry.Tenant;
import io.tenantry.tenant.signin.internal.AccountSession;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An impersonation is of one tenant, one administrator and one session, and is no ordinary session. */
class ImpersonationDbTest {

    private static final Instant NOW = new BusinessClock(false).wallClock();
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = unit(true);

    private final TenantId owner = tenant();
    private final TenantId other = tenant();
    private final HandOverText token = HandOverText.next(owner, Ids.next());
    private UUID administrator;
    private UUID parent;
    private UUID session;

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @BeforeEach
    void anImpersonationInTheOwnersTenant() {
        in(owner, em -> {
            Account account = new Account(Ids.next() + "@platform.test", "A", "-", true, NOW);
            em.persist(account);
            em.flush();
            AccountSession own = new AccountSession(account.id(), NOW, NOW.plus(Duration.ofDays(1)));
            em.persist(own);
            em.flush();
            em.persist(new Impersonation(
                    token, account.id(), own.id(), Optional.empty(), "why", NOW, NOW.plus(HandOver.LIFETIME)));
            AccountSession impersonating = AccountSession.impersonating(
                    account.id(), own.id(), token.id(), Optional.empty(), NOW, NOW.plus(Duration.ofHours(1)));
            em.persist(impersonating);
            administrator = account.id();
            parent = own.id();
            session = impersonating.id();
            return null;
        });
    }

    @AfterEach
    void bothLayersAgain() {
        rls(true);
    }

    @Test
    void theOwnTenantReachesIt() {
        assertThat(reached(UNIT, owner)).isTrue();
    }

    @Test
    void bothLayersBlock() {
        assertThat(reached(UNIT, other)).isFalse();
    }

    @Test
    void theDatabaseAloneBlocks() {
        try (StandaloneUnit unit = unit(false)) {
            assertThat(reached(unit, other)).isFalse();
        }
    }

    @Test
    void thePredicateAloneBlocks() {
        rls(false);
        assertThat(reached(UNIT, other)).isFalse();
    }

    @Test
    void withoutBothLayersTheRowIsOpen() {
        rls(false);
        try (StandaloneUnit unit = unit(false)) {
            assertThat(reached(unit, other)).isTrue();
        }
    }

    @Test
    void itIsFoundInItsOwnTenantAndForItsOwnSessionOnly() {
        assertThat(found(owner, session)).isTrue();
        assertThat(found(other, session)).isFalse();
        assertThat(found(owner, parent)).isFalse();
    }

    @Test
    void itsSessionIsNoOrdinaryOne() {
        assertThat(ordinary(session)).isFalse();
        assertThat(ordinary(parent)).isTrue();
    }

    @Test
    void theTokenIsGoodOnceAndForSixtySeconds() {
        assertThat(redeemed(token, NOW.plusSeconds(60))).isFalse();
        assertThat(redeemed(HandOverText.next(owner, token.id()), NOW)).isFalse();
        assertThat(redeemed(token, NOW.plusSeconds(59))).isTrue();
        assertThat(redeemed(token, NOW.plusSeconds(59))).isFalse();
    }

    @Test
    void theDatabaseHoldsNoToken() {
        String row = in(
                owner,
                em -> em.createNativeQuery("select cast(i as text) from tenant_impersonation i where i.id = ?1")
                        .setParameter(1, token.id())
                        .getSingleResult()
                        .toString());
        assertThat(row)
                .contains(token.hash())
                .doesNotContain(token.text().substring(token.text().indexOf('.')));
    }

    @Test
    void whatIsNoTokenIsRefused() {
        for (String text : new String[] {
            "", "th_", "th_x.y", token.text() + "A", token.text().substring(1)
        }) {
            assertThatThrownBy(() -> new ExchangeHandOver().with(text))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNAUTHENTICATED));
        }
        assertThat(HandOverText.parse(token.text())).contains(token);
    }

    private boolean ordinary(UUID id) {
        return in(
                owner,
                em -> AccessRows.find(em, id, administrator, owner.value(), NOW).isPresent());
    }

    private boolean redeemed(HandOverText text, Instant at) {
        return in(owner, em -> em.find(Impersonation.class, token.id()).redeem(text, at));
    }

    private boolean found(TenantId as, UUID of) {
        return in(as, em -> ImpersonationRows.find(em, of, token.id(), NOW)).isPresent();
    }

    /** Whether any of the ways to a row reaches the owner's: find, query, bulk update, bulk delete. */
    private boolean reached(StandaloneUnit unit, TenantId as) {
        return TenantContext.call(as, () -> {
            boolean found = unit.inTransaction(em -> em.find(Impersonation.class, token.id()) != null);
            boolean listed = unit.inTransaction(em -> !em.createQuery("select i from Impersonation i where i.id = :id")
                    .setParameter("id", token.id())
                    .getResultList()
                    .isEmpty());
            int updated = unit.inTransaction(
                    em -> em.createQuery("update Impersonation i set i.reason = 'other' where i.id = :id")
                            .setParameter("id", token.id())
                            .executeUpdate());
            int deleted = unit.inTransaction(em -> em.createQuery("delete from Impersonation i where i.id = :id")
                    .setParameter("id", token.id())
                    .executeUpdate());
            return found || listed || updated > 0 || deleted > 0;
        });
    }

    private static <T> T in(TenantId tenant, Function<EntityManager, T> work) {
        return TenantContext.call(tenant, () -> UNIT.inTransaction(work));
    }

    private static StandaloneUnit unit(boolean predicate) {
        return new StandaloneUnit(
                "tenantPU",
                DATABASE.app(),
                predicate
                        ? Map.of()
                        : Map.of("eclipselink.session.customizer", WithoutTenantPredicate.class.getName()));
    }

    private static void rls(boolean on) {
        DATABASE.superuser(
                "alter table tenant_impersonation %s row level security".formatted(on ? "enable" : "disable"));
    }

    private static TenantId tenant() {
        TenantId id = new TenantId(Ids.next());
        String slug = "t" + id.toString().replace("-", "").substring(0, 31);
        UNIT.transaction(em -> em.persist(new Tenant(
                id,
                new Slug(slug),
                slug,
                em.createQuery("select p from TenantPlan p where p.code = 'starter'", TenantPlan.class)
                        .getSingleResult(),
                true,
                NOW)));
        return id;
    }
}
