package io.tenantry.tenant.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.testing.WithoutTenantPredicate;
import io.tenantry.tenant.domain.internal.sql.DomainStatements;
import io.tenantry.tenant.domain.internal.sql.HostStatements;
import io.tenantry.tenant.domain.internal.sql.HostStatements.Due;
import io.tenantry.tenant.plan.TenantPlan;
import io.tenantry.tenant.registry.Slug;
import io.tenantry.tenant.registry.Tenant;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Domains are their tenant's; a host is one tenant's, and only that one takes and gives it up. */
class DomainDbTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = unit(true);

    private final TenantId owner = tenant();
    private final TenantId other = tenant();
    private final String host = "h" + Ids.next() + ".example.com";
    private UUID id;

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @BeforeEach
    void aDomainOfTheOwner() {
        DATABASE.superuser("delete from domain_host");
        id = in(owner, em -> {
            TenantDomain domain = new TenantDomain(DomainName.of(host), NOW);
            em.persist(domain);
            return domain.id();
        });
    }

    @AfterEach
    void bothLayersAgain() {
        rls(true);
    }

    @Test
    void bothLayersBlock() {
        assertThat(reached(UNIT, owner)).isTrue();
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
    void aHostNamesItsTenantBeforeAnyIsEntered() {
        assertThat(tenantOf(host)).isEmpty();
        assertThat(take(owner)).isTrue();
        assertThat(tenantOf(host)).contains(owner);
        assertThat(tenantOf(host + ".")).isEmpty();
        assertThat(tenantOf("a\u0000.b")).isEmpty();
        assertThat(tenantOf("")).isEmpty();
    }

    @Test
    void aHostIsTakenOnce() {
        assertThat(take(owner)).isTrue();
        assertThat(take(other)).isFalse();
        assertThat(tenantOf(host)).contains(owner);
    }

    @Test
    void whoTakesAHostAtTheSameTimeWaitsAndLoses() throws Exception {
        CompletableFuture<Boolean> second = new CompletableFuture<>();
        in(owner, em -> {
            assertThat(HostStatements.take(em, host, id, TOMORROW)).isTrue();
            second.completeAsync(() -> take(other));
            return null;
        });
        assertThat(second.get(30, TimeUnit.SECONDS)).isFalse();
        assertThat(tenantOf(host)).contains(owner);
    }

    @Test
    void anotherTenantGivesNothingUp() {
        take(owner);
        assertThat(giveUp(other)).isFalse();
        assertThat(tenantOf(host)).contains(owner);
        assertThat(giveUp(owner)).isTrue();
        assertThat(tenantOf(host)).isEmpty();
    }

    @Test
    void theDatabaseItselfHoldsHostsToTheirTenant() {
        take(owner);
        assertThat(sql(other, "delete from domain_host")).isZero();
        assertThatThrownBy(() -> sql(
                        other,
                        "insert into domain_host values ('%s', '%s', '%s', now())".formatted("x" + host, owner, id)))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> sql(other, "update domain_host set tenant_id = app.tenant()"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void aProvenDomainIsToldFromOthers() {
        assertThat(isVerified(owner, host)).isFalse();
        in(owner, em -> {
            em.find(TenantDomain.class, id).proven(NOW);
            return null;
        });
        assertThat(isVerified(owner, host)).isTrue();
        assertThat(isVerified(owner, host.toUpperCase())).isTrue();
        assertThat(isVerified(owner, "x." + host)).isFalse();
        assertThat(isVerified(owner, "no domain")).isFalse();
        assertThat(isVerified(other, host)).isFalse();
    }

    @Test
    void aCheckIsOneNodes() {
        take(owner);
        assertThat(claim(TOMORROW.minusSeconds(1))).isEmpty();
        List<Optional<Due>> claims = new ArrayList<>();
        UNIT.transaction(em -> {
            claims.add(HostStatements.claim(em, TOMORROW, TOMORROW.plusSeconds(60)));
            claims.add(claim(TOMORROW));
        });
        assertThat(claims).containsExactly(Optional.of(new Due(owner, id)), Optional.empty());
        assertThat(claim(TOMORROW.plusSeconds(59))).isEmpty();
        assertThat(claim(TOMORROW.plusSeconds(60))).contains(new Due(owner, id));
    }

    @Test
    void attemptsAreCountedInAWindow() {
        assertThat(List.of(attempt(owner, 0), attempt(owner, 30), attempt(owner, 59), attempt(other, 59)))
                .containsExactly(1, 2, 3, 1);
        assertThat(List.of(attempt(owner, 60), attempt(owner, 61))).containsExactly(1, 2);
    }

    private static int attempt(TenantId tenant, int second) {
        Instant now = NOW.plusSeconds(second);
        return in(tenant, em -> DomainStatements.attempt(em, now, now.minusSeconds(60)));
    }

    private boolean take(TenantId tenant) {
        return in(tenant, em -> HostStatements.take(em, host, id, TOMORROW));
    }

    private boolean giveUp(TenantId tenant) {
        return in(tenant, em -> HostStatements.giveUp(em, host));
    }

    private static Optional<Due> claim(Instant now) {
        return UNIT.inTransaction(em -> HostStatements.claim(em, now, now.plusSeconds(60)));
    }

    private static Optional<TenantId> tenantOf(String name) {
        return UNIT.inTransaction(em -> find(em).tenantOf(name));
    }

    private static boolean isVerified(TenantId tenant, String name) {
        return in(tenant, em -> find(em).isVerified(name));
    }

    private static FindDomains find(EntityManager entityManager) {
        FindDomains find = new FindDomains();
        find.entityManager = entityManager;
        return find;
    }

    private static int sql(TenantId tenant, String statement) {
        return in(tenant, em -> em.createNativeQuery(statement).executeUpdate());
    }

    /** Whether any of the ways to a row reaches the owner's: find, query, bulk update. */
    private boolean reached(StandaloneUnit unit, TenantId as) {
        return TenantContext.call(
                as,
                () -> unit.inTransaction(em -> em.find(TenantDomain.class, id) != null
                        || !em.createQuery("select d from TenantDomain d where d.id = :id")
                                .setParameter("id", id)
                                .getResultList()
                                .isEmpty()
                        || em.createQuery("update TenantDomain d set d.checkedAt = null where d.id = :id")
                                        .setParameter("id", id)
                                        .executeUpdate()
                                > 0));
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
        DATABASE.superuser("alter table tenant_domain %s row level security".formatted(on ? "enable" : "disable"));
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
