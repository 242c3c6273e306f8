package io.tenantry.cmo;

import io.tenantry.cmo.precinto.Precinto;
import io.tenantry.cmo.precinto.PrecintoStatus;
import io.tenantry.cmo.precinto.PrecintoValues;
import io.tenantry.cmo.transito.Transito;
import io.tenantry.cmo.transito.TransitoStep;
import io.tenantry.cmo.transito.TransitoValues;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantEntity;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** A tenant with seals and transits, each call in a transaction of its own. */
public final class SealFixture {

    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final StandaloneUnit unit;
    private final TenantId tenant = new TenantId(Ids.next());

    public SealFixture(TestDatabase database, StandaloneUnit unit) {
        this.unit = unit;
        database.superuser("""
                insert into tenant (id, slug, name, status, plan_id, created_at, version)
                select '%1$s', 't%2$s', 'A tenant', 'active', p.id, timestamptz '2026-03-01Z', 1
                from tenant_plan p where p.code = 'starter'
                """.formatted(tenant, tenant.toString().replace("-", "")));
    }

    public TenantId tenant() {
        return tenant;
    }

    public <T> T in(Function<EntityManager, T> work) {
        return TenantContext.call(tenant, () -> unit.inTransaction(work));
    }

    public UUID saved(TenantEntity entity) {
        return in(em -> {
            em.persist(entity);
            return entity.id();
        });
    }

    public UUID precinto() {
        String code = Ids.next().toString();
        return saved(new Precinto(new PrecintoValues(code, PrecintoStatus.available, 80, null, null), NOW));
    }

    public UUID transito(UUID precinto) {
        return saved(planned(precinto, null));
    }

    public UUID running(UUID precinto) {
        return running(precinto, NOW, null, null);
    }

    /** @param end {@code null} if it is on its way */
    public UUID running(UUID precinto, Instant start, Instant end, Instant expectedAt) {
        Transito transito = planned(precinto, expectedAt);
        transito.take(TransitoStep.START, start);
        if (end != null) {
            transito.take(TransitoStep.COMPLETE, end);
        }
        return saved(transito);
    }

    private static Transito planned(UUID precinto, Instant expectedAt) {
        String code = Ids.next().toString();
        return new Transito(new TransitoValues(code, precinto, "Quito", "Manta", "ABC-123", expectedAt, null), NOW);
    }
}
