package io.tenantry.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.testing.WithoutTenantPredicate;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.member.Role;
import io.tenantry.tenant.member.TenantUser;
import io.tenantry.tenant.plan.TenantPlan;
import io.tenantry.tenant.registry.Slug;
import io.tenantry.tenant.registry.Tenant;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each isolation layer blocks alone, and without both the other tenant's row is open: so the test can fail. */
class IsolationLayersDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final TenantId victim = new TenantId(Ids.next());
    private final TenantId attacker = new TenantId(Ids.next());
    private UUID member;

    @BeforeEach
    void aMemberOfTheVictim() {
        try (StandaloneUnit unit = unit(true)) {
            createTenant(unit, victim);
            createTenant(unit, attacker);
            member = TenantContext.call(victim, () -> unit.inTransaction(em -> {
                Account account = new Account(Ids.next() + "@victim.test", "V", "-", false, NOW);
                em.persist(account);
                em.flush();
                TenantUser user = new TenantUser(account.id(), Role.OWNER, NOW);
                em.persist(user);
                return user.id();
            }));
        }
    }

    @AfterEach
    void bothLayersAgain() {
        rls(true);
    }

    @Test
    void theOwnTenantSeesItsRow() {
        try (StandaloneUnit unit = unit(true)) {
            assertThat(reached(unit, victim)).isTrue();
        }
    }

    @Test
    void bothLayersBlock() {
        try (StandaloneUnit unit = unit(true)) {
            assertThat(reached(unit, attacker)).isFalse();
        }
    }

    @Test
    void theDatabaseAloneBlocks() {
        try (StandaloneUnit unit = unit(false)) {
            assertThat(reached(unit, attacker)).isFalse();
        }
    }

    @Test
    void thePredicateAloneBlocks() {
        rls(false);
        try (StandaloneUnit unit = unit(true)) {
            assertThat(reached(unit, attacker)).isFalse();
        }
    }

    @Test
    void withoutBothLayersTheRowIsOpen() {
        rls(false);
        try (StandaloneUnit unit = unit(false)) {
            assertThat(reached(unit, attacker)).isTrue();
        }
    }

    @Test
    void aThreadWithoutTenantReadsAndWritesNothing() {
        try (StandaloneUnit unit = unit(true)) {
            assertThatThrownBy(() -> unit.inTransaction(em -> em.find(TenantUser.class, member)))
                    .hasMessageContaining("eclipselink.tenant-id");
            assertThatThrownBy(() -> unit.transaction(em -> em.persist(new TenantUser(Ids.next(), Role.OWNER, NOW))))
                    .isInstanceOf(RuntimeException.class);
            assertThat(unit.<Object>inTransaction(
                            em -> em.createNativeQuery("select count(*) from tenant_user").getSingleResult()))
                    .isEqualTo(0L);
        }
    }

    /** Whether any of the ways to a row reaches the victim's: find, query, bulk update, bulk delete. */
    private boolean reached(StandaloneUnit unit, TenantId as) {
        return TenantContext.call(as, () -> {
            boolean found = unit.inTransaction(em -> em.find(TenantUser.class, member) != null);
            boolean listed = unit.inTransaction(em -> !em.createQuery("select u from TenantUser u where u.id = :id")
                    .setParameter("id", member)
                    .getResultList()
                    .isEmpty());
            int updated = unit.inTransaction(em -> em.createQuery(
                            "update TenantUser u set u.role = 'viewer' where u.id = :id")
                    .setParameter("id", member)
                    .executeUpdate());
            int deleted = unit.inTransaction(
                    em -> em.createQuery("delete from TenantUser u where u.id = :id")
                            .setParameter("id", member)
                            .executeUpdate());
            return found || listed || updated > 0 || deleted > 0;
        });
    }

    private static StandaloneUnit unit(boolean predicate) {
        return new StandaloneUnit(
                "tenantPU",
                DATABASE.app(),
                predicate ? Map.of() : Map.of("eclipselink.session.customizer", WithoutTenantPredicate.class.getName()));
    }

    private static void rls(boolean on) {
        DATABASE.superuser("alter table tenant_user %s row level security".formatted(on ? "enable" : "disable"));
    }

    private static void createTenant(StandaloneUnit unit, TenantId id) {
        String slug = "t" + id.toString().replace("-", "").substring(0, 31);
        unit.transaction(em -> em.persist(new Tenant(
                id,
                new Slug(slug),
                slug,
                em.createQuery("select p from TenantPlan p where p.code = 'starter'", TenantPlan.class)
                        .getSingleResult(),
                true,
                NOW)));
    }
}
