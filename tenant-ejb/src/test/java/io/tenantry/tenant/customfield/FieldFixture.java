package io.tenantry.tenant.customfield;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.plan.TenantFeatures;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** A tenant with fields, and the use cases as a server would hand them out, each call in a transaction of its own. */
final class FieldFixture {

    static final String ENTITY = "things";
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final StandaloneUnit unit;
    private final TenantId tenant;

    FieldFixture(TestDatabase database, StandaloneUnit unit) {
        this.unit = unit;
        this.tenant = tenant(database);
    }

    static TenantId tenant(TestDatabase database) {
        TenantId id = new TenantId(Ids.next());
        database.superuser("""
                insert into tenant (id, slug, name, status, plan_id, created_at, version)
                select '%1$s', 't%2$s', 'A tenant', 'active', p.id, timestamptz '2026-03-01Z', 1
                from tenant_plan p where p.code = 'starter'
                """.formatted(id, id.toString().replace("-", "")));
        return id;
    }

    TenantId tenant() {
        return tenant;
    }

    <T> T in(Function<EntityManager, T> work) {
        return TenantContext.call(tenant, () -> unit.inTransaction(work));
    }

    UUID field(String key, String type, boolean unique, String... options) {
        TenantCustomField field = new TenantCustomField(
                new CustomFieldValues(ENTITY, key, "Label", type, false, unique, List.of(options), 1), 1, NOW);
        in(em -> {
            em.persist(field);
            return null;
        });
        return field.id();
    }

    Map<String, Object> set(UUID row, Map<String, Object> values) {
        return in(em -> fields(em).set(ENTITY, row, values));
    }

    Map<String, Object> of(UUID row) {
        return in(em -> fields(em).of(ENTITY, row));
    }

    static CustomFields fields(EntityManager em) {
        CustomFields fields = new CustomFields();
        fields.entityManager = em;
        fields.clock = new BusinessClock(false);
        fields.features = new TenantFeatures() {
            @Override
            public boolean has(String feature) {
                return true;
            }

            @Override
            public void require(String feature) {
                // every feature is there
            }
        };
        return fields;
    }

    static CustomPages pages(EntityManager em) {
        CustomPages pages = new CustomPages();
        pages.fields = fields(em);
        return pages;
    }

    static ConvertCustomField convert(EntityManager em) {
        ConvertCustomField convert = new ConvertCustomField();
        convert.entityManager = em;
        convert.activity = log();
        return convert;
    }

    static ChangeCustomField change(EntityManager em) {
        ChangeCustomField change = new ChangeCustomField();
        change.entityManager = em;
        change.activity = log();
        return change;
    }

    private static ActivityLog log() {
        return new ActivityLog() {
            @Override
            public void changed(
                    String action, String entity, UUID id, Map<String, Object> before, Map<String, Object> after) {
                // not what these tests are about
            }
        };
    }
}
