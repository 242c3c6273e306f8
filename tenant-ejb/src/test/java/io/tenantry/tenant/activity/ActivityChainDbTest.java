package io.tenantry.tenant.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.tenant.activity.Verification.Kind;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever changes what is sealed, with all rights on the database, is found, and the place is named. */
class ActivityChainDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final ActivityFixture LOG = new ActivityFixture(DATABASE);

    private final TenantId tenant = LOG.tenant();
    private List<UUID> ids;

    @AfterAll
    static void close() {
        LOG.close();
    }

    @BeforeEach
    void sealedInThreeLinks() {
        for (int link = 0; link < 3; link++) {
            IntStream.range(0, 3).forEach(i -> LOG.write(tenant, "thing.changed"));
            LOG.seal(tenant);
        }
        ids = LOG.ids(tenant);
        Verification verification = LOG.check(tenant);
        assertThat(verification.intact()).isTrue();
        assertThat(verification.entries()).isEqualTo(9);
        assertThat(verification.sealedEntries()).isEqualTo(9);
        assertThat(verification.sealedUntil()).isNotNull();
        assertThat(verification.firstProblem()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "actor ; 'somebody@else.test'",
                "actor_id ; gen_random_uuid()",
                "actor_kind ; 'user'",
                "acting_as ; 'owner'",
                "action ; 'thing.created'",
                "entity ; 'other'",
                "entity_id ; null",
                "before ; null",
                "after ; after || ' '",
                "request_id ; 'x'",
                "version ; 2",
                "created_at ; created_at + interval '1 microsecond'"
            })
    void anEditedColumnIsFound(String column, String value) {
        UUID edited = ids.get(4);
        tamper("update tenant_activity_log set %s = %s where id = '%s'".formatted(column, value, edited));

        isFound(Kind.EDITED, edited);
    }

    @Test
    void textThatMovesToTheNextColumnIsFound() {
        UUID edited = ids.get(4);
        tamper("update tenant_activity_log set action = action || entity, entity = '' where id = '%s'"
                .formatted(edited));

        isFound(Kind.EDITED, edited);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 8})
    void aRemovedEntryIsFound(int place) {
        tamper("delete from tenant_activity_log where id = '%s'".formatted(ids.get(place)));

        isFound(Kind.REMOVED, ids.get(place));
    }

    @Test
    void anInsertedEntryIsFound() {
        UUID inserted = UUID.randomUUID();
        tamper("""
                insert into tenant_activity_log
                    (tenant_id, id, created_at, position, actor, actor_kind, action, entity, version)
                select tenant_id, '%s', created_at, position, actor, actor_kind, action, entity, version
                from tenant_activity_log where id = '%s'
                """.formatted(inserted, ids.get(4)));

        isFound(Kind.INSERTED, inserted);
    }

    @Test
    void aCopyOfAnEntryIsFound() {
        tamper("""
                insert into tenant_activity_log
                    (tenant_id, id, created_at, position, actor, actor_kind, action, entity, version)
                select tenant_id, id, created_at + interval '1 microsecond', position, actor, actor_kind, action, entity,
                       version
                from tenant_activity_log where id = '%s'
                """.formatted(ids.get(4)));

        assertThat(LOG.verify(tenant).intact()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"3, 4", "0, 8", "2, 3"})
    void reorderedEntriesAreFound(int one, int other) {
        tamper("""
                update tenant_activity_log l set position = o.position, created_at = o.created_at
                from tenant_activity_log o
                where l.id in ('%1$s', '%2$s') and o.id in ('%1$s', '%2$s') and o.id <> l.id and o.tenant_id = l.tenant_id
                """.formatted(ids.get(one), ids.get(other)));

        isFound(Kind.REORDERED, ids.get(one));
    }

    @Test
    void anEntryMovedBeyondTheSealsIsFound() {
        tamper("update tenant_activity_log set position = position + 1000000000 where id = '%s'".formatted(ids.get(8)));

        isFound(Kind.REORDERED, ids.get(8));
    }

    @Test
    void anEditedSealIsFound() {
        tamper(
                "update tenant_activity_seal set sealed_at = sealed_at - interval '1 day' where tenant_id = '%s' and number = 2"
                        .formatted(tenant));

        isFound(Kind.SEAL_EDITED, null);
    }

    @Test
    void aChainComputedAnewWithoutTheKeyIsFound() {
        tamper("update tenant_activity_log set actor = 'x' where id = '%s'".formatted(ids.get(0)));
        tamper("""
                update tenant_activity_seal set hash = sha256(previous || listing)
                where tenant_id = '%s' and number = 1
                """.formatted(tenant));

        isFound(Kind.SEAL_EDITED, null);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aRemovedSealIsFound(int number) {
        tamper("delete from tenant_activity_seal where tenant_id = '%s' and number = %d".formatted(tenant, number));

        isFound(Kind.SEAL_REMOVED, null);
    }

    @Test
    void anEndCutOffWithItsEntriesIsFoundAlsoAfterMoreWasWritten() {
        tamper("delete from tenant_activity_seal where tenant_id = '%s' and number = 3".formatted(tenant));
        tamper("delete from tenant_activity_log where id in ('%s', '%s', '%s')"
                .formatted(ids.get(6), ids.get(7), ids.get(8)));
        isFound(Kind.SEAL_REMOVED, null);

        LOG.write(tenant, "thing.changed");

        isFound(Kind.SEAL_REMOVED, null);
    }

    @Test
    void anEndCutOffWithTheCountSetBackIsFound() {
        tamper("delete from tenant_activity_seal where tenant_id = '%s' and number = 3".formatted(tenant));
        tamper("update tenant_activity_head set number = 2 where tenant_id = '%s'".formatted(tenant));

        isFound(Kind.SEAL_REMOVED, null);
    }

    @Test
    void aChainPutUnderAnotherTenantIsFound() {
        TenantId other = LOG.tenant();
        for (String table : List.of("tenant_activity_log", "tenant_activity_seal", "tenant_activity_head")) {
            tamper("update %s set tenant_id = '%s' where tenant_id = '%s'".formatted(table, other, tenant));
        }

        assertThat(LOG.check(other).firstProblem().kind()).isEqualTo(Kind.SEAL_EDITED);
    }

    @Test
    void whatIsNotSealedYetIsCountedAsSuch() {
        LOG.write(tenant, "thing.changed");

        Verification verification = LOG.check(tenant);

        assertThat(verification.intact()).isTrue();
        assertThat(verification.entries()).isEqualTo(10);
        assertThat(verification.sealedEntries()).isEqualTo(9);
        assertThat(LOG.verify(tenant).sealedEntries()).isEqualTo(10);
    }

    private void isFound(Kind kind, UUID id) {
        Verification verification = LOG.verify(tenant);
        assertThat(verification.intact()).isFalse();
        assertThat(verification.firstProblem().kind()).isEqualTo(kind);
        assertThat(verification.firstProblem().id()).isEqualTo(id);
        assertThat(verification.firstProblem().at()).isNotNull();
    }

    private static void tamper(String sql) {
        DATABASE.superuser(sql);
    }
}
