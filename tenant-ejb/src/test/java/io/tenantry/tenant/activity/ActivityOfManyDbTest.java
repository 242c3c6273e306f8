package io.tenantry.tenant.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.time.BusinessClock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many things that are created together: an entry for each, as if each had been written by itself. */
class ActivityOfManyDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final ActivityFixture FIXTURE = new ActivityFixture(DATABASE);

    private final TenantId tenant = FIXTURE.tenant();

    @AfterEach
    void nobodyCalls() {
        Caller.end();
    }

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void everyOneHasItsEntry() {
        UUID account = Ids.next();
        Caller.begin("request-1");
        Caller.identify(Caller.Kind.USER, account, "owner@acme.test");
        Map<UUID, Map<String, Object>> after = new LinkedHashMap<>();
        for (int i = 0; i < 50; i++) {
            after.put(Ids.next(), Map.of("name", "thing " + i, "password", "secret"));
        }

        create(after);

        List<Object[]> entries = FIXTURE.in(
                tenant,
                em -> em.createQuery(
                                "select e.entityId, e.after, e.action, e.entity, e.actorId, e.actor, e.actorKind,"
                                        + " e.requestId, e.createdAt, e.id from TenantActivityLog e",
                                Object[].class)
                        .getResultList());
        assertThat(entries).hasSize(50).allSatisfy(entry -> {
            Object name = after.get((UUID) entry[0]).get("name");
            assertThat((String) entry[1]).contains("\"" + name + "\"").doesNotContain("\"secret\"");
            assertThat(List.of(entry).subList(2, 8))
                    .containsExactly("thing.created", "thing", account, "owner@acme.test", "user", "request-1");
            assertThat(entry[8]).isEqualTo(entries.get(0)[8]);
        });
        assertThat(entries).extracting(entry -> entry[0]).containsExactlyInAnyOrderElementsOf(after.keySet());
        assertThat(entries).extracting(entry -> entry[9]).doesNotHaveDuplicates();
    }

    @Test
    void nothingIsWrittenOfNone() {
        create(Map.of());

        long entries = FIXTURE.in(
                tenant,
                em -> em.createQuery("select count(e) from TenantActivityLog e", Long.class)
                        .getSingleResult());
        assertThat(entries).isZero();
    }

    private void create(Map<UUID, Map<String, Object>> after) {
        FIXTURE.in(tenant, em -> {
            ActivityLog log = new ActivityLog();
            log.entityManager = em;
            log.clock = new BusinessClock(false);
            log.created("thing", after);
            return null;
        });
    }
}
