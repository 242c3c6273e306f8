package io.tenantry.tenant.activity;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.secret.SecretKeys;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.internal.ChainKey;
import io.tenantry.tenant.activity.internal.ChainWalk;
import io.tenantry.tenant.plan.TenantPlan;
import io.tenantry.tenant.registry.Slug;
import io.tenantry.tenant.registry.Tenant;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Tenants with an activity log, and its use cases as a server would hand them out. */
final class ActivityFixture implements AutoCloseable {

    private final ChainKey key = new ChainKey(new SecretKeys(Base64.getEncoder().encodeToString(new byte[32])));
    private final StandaloneUnit unit;

    ActivityFixture(TestDatabase database) {
        unit = new StandaloneUnit("tenantPU", database.app(), Map.of());
    }

    TenantId tenant() {
        TenantId id = new TenantId(Ids.next());
        String slug = "t" + id.toString().replace("-", "").substring(0, 31);
        unit.transaction(em -> em.persist(new Tenant(
                id,
                new Slug(slug),
                slug,
                em.createQuery("select p from TenantPlan p where p.code = 'starter'", TenantPlan.class)
                        .getSingleResult(),
                true,
                new BusinessClock(false).now())));
        return id;
    }

    /** One entry, in a transaction of its own. */
    void write(TenantId tenant, String action) {
        in(tenant, em -> {
            write(em, action);
            return null;
        });
    }

    void write(EntityManager em, String action) {
        ActivityLog log = new ActivityLog();
        log.entityManager = em;
        log.clock = new BusinessClock(false);
        log.changed(action, "thing", Ids.next(), Map.of("name", "before"), Map.of("name", "after"));
        em.flush();
    }

    /** An entry of a given time. */
    void writeAt(TenantId tenant, Instant at) {
        in(
                tenant,
                em -> em.createNativeQuery("""
                        insert into tenant_activity_log (id, created_at, actor, actor_kind, action, entity, version)
                        values (?1, cast(?2 as timestamptz), 'system', 'system', 'thing.happened', 'thing', 1)
                        """)
                        .setParameter(1, Ids.next())
                        .setParameter(2, at.toString())
                        .executeUpdate());
    }

    /** @return whether there may be more to seal */
    boolean seal(TenantId tenant) {
        return in(tenant, em -> sealing(em).next());
    }

    Verification verify(TenantId tenant) {
        while (seal(tenant)) {
            // link by link
        }
        return check(tenant);
    }

    /** Without sealing first. */
    Verification check(TenantId tenant) {
        return in(tenant, em -> new ChainWalk(em, key).verify());
    }

    <T> T in(TenantId tenant, Function<EntityManager, T> work) {
        return TenantContext.call(tenant, () -> unit.inTransaction(work));
    }

    ActivityUpkeep upkeep(EntityManager em, int months) {
        ActivityUpkeep upkeep = new ActivityUpkeep();
        upkeep.entityManager = em;
        upkeep.key = key;
        upkeep.clock = new BusinessClock(false);
        upkeep.retentionMonths = months;
        return upkeep;
    }

    void keep(int months) {
        unit.transaction(em -> upkeep(em, months).keep());
    }

    /** Ids in the order of the log. */
    @SuppressWarnings("unchecked")
    List<UUID> ids(TenantId tenant) {
        return in(
                tenant,
                em -> em.createNativeQuery("select id from tenant_activity_log order by position, created_at, id")
                        .getResultList());
    }

    SealActivity sealing(EntityManager em) {
        SealActivity seal = new SealActivity();
        seal.entityManager = em;
        seal.key = key;
        seal.clock = new BusinessClock(false);
        return seal;
    }

    StandaloneUnit unit() {
        return unit;
    }

    @Override
    public void close() {
        unit.close();
    }
}
