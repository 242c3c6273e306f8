package io.tenantry.tenant.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.event.FindEvents.Beginning;
import io.tenantry.tenant.job.JobSlot;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events are read by number, by their own tenant, for as long as they are kept. */
class EventsDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = new StandaloneUnit("tenantPU", DATABASE.app(), Map.of());
    private static final Instant NOW = Instant.parse("2026-03-20T00:00:00Z");

    private TenantId tenant;

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @BeforeEach
    void tenant() throws SQLException {
        tenant = newTenant();
    }

    @Test
    void readsWhatComesAfterANumber() throws SQLException {
        event(tenant, 1, 0);
        event(tenant, 2, 0);
        event(tenant, 3, 0);
        event(newTenant(), 4, 0);

        List<PublishedEvent> events = after(tenant, 1, 10);

        assertThat(events).extracting(PublishedEvent::number).containsExactly(2L, 3L);
        assertThat(events.get(0).json())
                .isEqualTo(
                        "{\"type\":\"thing.done\",\"timestamp\":\"2026-03-20T00:00:00Z\",\"data\":{\"name\":\"a\\nb\"},"
                                + "\"previous\":{\"name\":\"c\"}}");
        assertThat(after(tenant, 1, 1)).hasSize(1);
        assertThat(after(tenant, 3, 10)).isEmpty();
    }

    @Test
    void beginsWhereTheListenerStoppedIfNothingIsMissing() throws SQLException {
        assertThat(beginning(null)).isEqualTo(new Beginning(0, true));
        assertThat(beginning(0L)).isEqualTo(new Beginning(0, true));
        event(tenant, 1, 8);
        event(tenant, 2, 6);
        event(tenant, 3, 0);

        assertThat(beginning(null)).isEqualTo(new Beginning(3, true));
        assertThat(beginning(3L)).isEqualTo(new Beginning(3, true));
        assertThat(beginning(1L)).isEqualTo(new Beginning(1, true));
        // the first one is older than a week
        assertThat(beginning(0L)).isEqualTo(new Beginning(3, false));
        // of another database, or invented
        assertThat(beginning(4L)).isEqualTo(new Beginning(3, false));
    }

    @Test
    void whatIsOldGoesUnlessItIsStillToBeDelivered() throws SQLException {
        event(tenant, 1, 31);
        UUID waiting = event(tenant, 2, 31);
        UUID delivered = event(tenant, 3, 31);
        event(tenant, 4, 29);
        delivery(waiting, "waiting");
        delivery(delivered, "delivered");
        TenantId other = newTenant();
        event(other, 1, 40);
        EventPurge purge = new EventPurge();
        purge.database = new BatchDatabase(DATABASE::batch);

        purge.run(new JobSlot(LocalDate.ofInstant(NOW, ZoneOffset.UTC), ZoneOffset.UTC));

        assertThat(after(tenant, 0, 10)).extracting(PublishedEvent::number).containsExactly(2L, 4L);
        assertThat(after(other, 0, 10)).isEmpty();
    }

    private Beginning beginning(Long known) {
        return find(tenant, finder -> finder.beginning(known));
    }

    private static List<PublishedEvent> after(TenantId tenant, long number, int most) {
        return find(tenant, finder -> finder.after(number, most));
    }

    private static <T> T find(TenantId tenant, Function<FindEvents, T> work) {
        return TenantContext.call(tenant, () -> UNIT.inTransaction(em -> work.apply(finder(em))));
    }

    private static FindEvents finder(EntityManager entityManager) {
        FindEvents finder = new FindEvents();
        finder.entityManager = entityManager;
        finder.clock = new BusinessClock(true) {
            @Override
            public Instant now() {
                return NOW;
            }
        };
        return finder;
    }

    private static UUID event(TenantId tenant, long number, int daysAgo) throws SQLException {
        UUID id = Ids.next();
        // numbered by the database itself
        DATABASE.superuser("""
                insert into tenant_event (tenant_id, id, type, entity, data, previous, created_at)
                values ('%s', '%s', 'thing.done', 'thing', '{"name":"a\\nb"}', '{"name":"c"}', '%s')
                """.formatted(tenant.value(), id, NOW.minus(Duration.ofDays(daysAgo))));
        return id;
    }

    private void delivery(UUID event, String state) throws SQLException {
        UUID endpoint = Ids.next();
        DATABASE.superuser("""
                insert into webhook_endpoint (tenant_id, id, url, description, status, secret, created_at, version)
                values ('%1$s', '%2$s', 'https://a.test', '', 'enabled', '', now(), 1);
                insert into webhook_delivery (tenant_id, id, endpoint_id, event_id, type, state, due_at, created_at)
                values ('%1$s', '%3$s', '%2$s', '%4$s', 'thing.done', '%5$s', now(), now())
                """.formatted(tenant.value(), endpoint, Ids.next(), event, state));
    }

    private static TenantId newTenant() throws SQLException {
        UUID id = Ids.next();
        DATABASE.superuser("""
                insert into tenant (id, slug, name, status, plan_id, created_at, version)
                select '%1$s', 't%2$s', 'A tenant', 'active', p.id, now(), 1
                from tenant_plan p where p.code = 'starter'
                """.formatted(id, id.toString().replace("-", "")));
        return new TenantId(id);
    }
}
