package io.tenantry.tenant.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.testing.WithoutTenantPredicate;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.access.RolePermissions;
import io.tenantry.tenant.apikey.internal.KeyText;
import io.tenantry.tenant.member.Role;
import io.tenantry.tenant.plan.TenantFeatures;
import io.tenantry.tenant.plan.TenantPlan;
import io.tenantry.tenant.registry.Slug;
import io.tenantry.tenant.registry.Tenant;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys are found in their own tenant only; each isolation layer blocks alone, and without both the row is open. */
class ApiKeyDbTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = unit(true);

    private final TenantId owner = tenant();
    private final TenantId other = tenant();
    private final KeyText text = KeyText.next(owner, Ids.next());

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @BeforeEach
    void aKeyOfTheOwner() {
        persist(text, NOW);
    }

    @AfterEach
    void bothLayersAgain() {
        rls(true);
    }

    @Test
    void theOwnTenantReachesItsKey() {
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
    void theSecretOpensInItsOwnTenantOnly() {
        assertThat(opens(owner, text)).isTrue();
        assertThat(opens(other, text)).isFalse();
        assertThat(opens(owner, KeyText.next(owner, text.id()))).isFalse();
        assertThat(opens(owner, KeyText.next(owner, Ids.next()))).isFalse();
    }

    @Test
    void aTokenOpensInItsOwnTenantOnly() {
        assertThat(in(owner, em -> verify(em, NOW).bySecretNo(text.id(), 1)).may("seals:read"))
                .isTrue();
        assertThatThrownBy(() -> in(other, em -> verify(em, NOW).bySecretNo(text.id(), 1)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNAUTHENTICATED));
    }

    @Test
    void aSuspendedTenantsKeyIsRefused() {
        DATABASE.superuser(
                "update tenant set status = 'suspended', status_reason = 'unpaid' where id = '%s'".formatted(owner));

        assertThatThrownBy(() -> in(owner, em -> verify(em, NOW).bySecretNo(text.id(), 1)))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.TENANT_SUSPENDED);
                    assertThat(problem.members()).containsEntry("reason", "unpaid");
                });
    }

    @Test
    void useIsNotedOnceAMinuteWithoutANewVersion() {
        ApiKeyView unused = view();
        assertThat(unused.lastUsedAt()).isNull();

        useAt(NOW);
        assertThat(view().lastUsedAt()).isEqualTo(NOW);
        useAt(NOW.plusSeconds(59));
        assertThat(view().lastUsedAt()).isEqualTo(NOW);
        useAt(NOW.plusSeconds(60));
        assertThat(view().lastUsedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(view().version()).isEqualTo(unused.version());
    }

    @Test
    void theListIsPagedNewestFirst() {
        KeyText second = KeyText.next(owner, Ids.next());
        KeyText third = KeyText.next(owner, Ids.next());
        persist(second, NOW.plusSeconds(1));
        persist(third, NOW.plusSeconds(2));
        persist(KeyText.next(other, Ids.next()), NOW);

        var first = in(owner, em -> find(em).page(new PageRequest(2, null, null)));
        var last = in(owner, em -> find(em).page(new PageRequest(2, first.nextCursor(), null)));

        assertThat(first.items()).extracting(ApiKeyView::id).containsExactly(third.id(), second.id());
        assertThat(last.items()).extracting(ApiKeyView::id).containsExactly(text.id());
        assertThat(last.nextCursor()).isNull();
    }

    @Test
    void anotherTenantsKeyIsNotFound() {
        assertThatThrownBy(() -> in(other, em -> find(em).get(text.id())))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
    }

    @Test
    void theDatabaseHoldsNoSecret() {
        String row = in(
                owner,
                em -> em.createNativeQuery("select cast(k as text) from tenant_api_key k where k.id = ?1")
                        .setParameter(1, text.id())
                        .getSingleResult()
                        .toString());
        assertThat(row)
                .contains(text.hash())
                .doesNotContain(text.secret().substring(text.prefix().length() + 1));
    }

    /** Whether any of the ways to a row reaches the owner's: find, query, bulk update, bulk delete. */
    private boolean reached(StandaloneUnit unit, TenantId as) {
        return TenantContext.call(as, () -> {
            boolean found = unit.inTransaction(em -> em.find(ApiKey.class, text.id()) != null);
            boolean listed = unit.inTransaction(em -> !em.createQuery("select k from ApiKey k where k.id = :id")
                    .setParameter("id", text.id())
                    .getResultList()
                    .isEmpty());
            int updated =
                    unit.inTransaction(em -> em.createQuery("update ApiKey k set k.revokedAt = null where k.id = :id")
                            .setParameter("id", text.id())
                            .executeUpdate());
            int deleted = unit.inTransaction(em -> em.createQuery("delete from ApiKey k where k.id = :id")
                    .setParameter("id", text.id())
                    .executeUpdate());
            return found || listed || updated > 0 || deleted > 0;
        });
    }

    private static boolean opens(TenantId tenant, KeyText secret) {
        return in(tenant, em -> verify(em, NOW).bySecret(secret)).isPresent();
    }

    private void useAt(Instant now) {
        in(owner, em -> verify(em, now).bySecretNo(text.id(), 1));
    }

    private ApiKeyView view() {
        return in(owner, em -> find(em).get(text.id()));
    }

    private static <T> T in(TenantId tenant, Function<EntityManager, T> work) {
        return TenantContext.call(tenant, () -> UNIT.inTransaction(work));
    }

    private static FindApiKeys find(EntityManager entityManager) {
        FindApiKeys find = new FindApiKeys();
        find.entityManager = entityManager;
        return find;
    }

    private static VerifyApiKey verify(EntityManager entityManager, Instant now) {
        VerifyApiKey verify = new VerifyApiKey();
        verify.entityManager = entityManager;
        verify.permissions = new ApiKeyPermissions();
        verify.rolePermissions = new RolePermissions() {
            @Override
            public SortedSet<String> of(Role role) {
                return new TreeSet<>(List.of("seals:read"));
            }
        };
        verify.features = new TenantFeatures() {
            @Override
            public void require(String feature) {
                assertThat(feature).isEqualTo("apiAccess");
            }
        };
        verify.clock = new BusinessClock(false) {
            @Override
            public Instant now() {
                return now;
            }
        };
        return verify;
    }

    private static void persist(KeyText text, Instant now) {
        TenantContext.run(
                text.tenant(),
                () -> UNIT.transaction(
                        em -> em.persist(new ApiKey(text, "Gate", List.of("seals:read"), null, "owner@t.test", now))));
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
        DATABASE.superuser("alter table tenant_api_key %s row level security".formatted(on ? "enable" : "disable"));
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
