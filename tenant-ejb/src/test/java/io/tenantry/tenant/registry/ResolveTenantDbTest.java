package io.tenantry.tenant.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.announcement.Announcement;
import io.tenantry.platform.announcement.Hearing;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node remembers of names, and when it forgets. The database changes unheard here, to tell the two apart. */
class ResolveTenantDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = new StandaloneUnit("tenantPU", DATABASE.app(), Map.of());

    private final UUID id = Ids.next();
    private final String slug = "t-" + id.toString().substring(24);
    private final ResolveTenant resolve = new ResolveTenant();

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @BeforeEach
    void asksTheDatabase() {
        resolve.tenants = new FindTenants() {
            @Override
            public Optional<TenantId> named(String reference) {
                return UNIT.inTransaction(entityManager -> {
                    FindTenants asked = new FindTenants();
                    asked.entityManager = entityManager;
                    return asked.named(reference);
                });
            }
        };
    }

    @Test
    void remembersWhomANameMeansUntilAChangeIsHeard() {
        resolve.hearing(new Hearing(true));
        insert();
        assertThat(resolve.named(slug)).contains(new TenantId(id));
        delete();
        assertThat(resolve.named(slug)).contains(new TenantId(id));

        resolve.changed(announcement());
        assertThat(resolve.named(slug)).isEmpty();
    }

    @Test
    void remembersThatANameIsNobodysUntilAChangeIsHeard() {
        resolve.hearing(new Hearing(true));
        assertThat(resolve.named(slug)).isEmpty();
        insert();
        assertThat(resolve.named(slug)).isEmpty();

        resolve.changed(announcement());
        assertThat(resolve.named(slug)).contains(new TenantId(id));
    }

    @Test
    void anIdIsOneHoweverItIsWritten() {
        resolve.hearing(new Hearing(true));
        insert();
        assertThat(resolve.named(id.toString().toUpperCase(Locale.ROOT))).contains(new TenantId(id));
        delete();

        resolve.changed(announcement());
        assertThat(resolve.named(id.toString().toUpperCase(Locale.ROOT))).isEmpty();
    }

    @Test
    void remembersNothingWhileDeafAndNothingFromBefore() {
        insert();
        assertThat(resolve.named(slug)).contains(new TenantId(id));
        resolve.hearing(new Hearing(true));
        assertThat(resolve.named(slug)).contains(new TenantId(id));
        resolve.hearing(new Hearing(false));
        delete();
        assertThat(resolve.named(slug)).isEmpty();

        resolve.hearing(new Hearing(true));
        assertThat(resolve.named(slug)).isEmpty();
    }

    @Test
    void anotherTablesChangeIsNoMatter() {
        resolve.hearing(new Hearing(true));
        assertThat(resolve.named(slug)).isEmpty();
        insert();

        resolve.changed(new Announcement("account", List.of(slug)));
        assertThat(resolve.named(slug)).isEmpty();
    }

    @Test
    void whatCanBeNoNameIsNotLookedFor() {
        resolve.tenants = null;

        assertThat(resolve.named("ACME")).isEmpty();
        assertThat(resolve.named("a".repeat(64))).isEmpty();
        assertThat(resolve.named("' or 1=1")).isEmpty();
    }

    private Announcement announcement() {
        return new Announcement("tenant", List.of(slug, id.toString()));
    }

    private void insert() {
        DATABASE.superuser("insert into tenant (id, slug, name, status, plan_id, created_at, version) values ('" + id
                + "', '" + slug + "', 'T', 'active', '01930000-0000-7000-8000-000000000001', now(), 1)");
    }

    private void delete() {
        DATABASE.superuser("delete from tenant where id = '" + id + "'");
    }
}
