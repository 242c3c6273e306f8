package io.tenantry.tenant.customfield;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A page of 100,000 rows costs a page. The real query runs under row-level security, and the database tells which indexes
 * it went through and how many entries it read there.
 */
class CustomFieldIndexDbTest {

    private static final int ROWS = 100_000;
    private static final int PAGE = 50;
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = new StandaloneUnit("tenantPU", DATABASE.app(), Map.of());
    private static final FieldFixture FIELDS = new FieldFixture(DATABASE, UNIT);

    private static final String ROW = """
            insert into tenant_activity_log
                (tenant_id, id, created_at, actor, actor_kind, action, entity, version)
            select '%1$s', cast(lpad(to_hex(i), 32, '0') as uuid), timestamptz '2026-01-01Z', 'a' || i %% 10, 'user',
                'x', 'things', 1
            from generate_series(1, %2$s) as i
            """;

    /** Two of three rows have a value; twenty rows share each. */
    private static final String VALUE = """
            insert into tenant_custom_value
                (tenant_id, id, entity, entity_id, field_id, %4$s, created_at, version)
            select '%1$s', gen_random_uuid(), 'things', cast(lpad(to_hex(i), 32, '0') as uuid), '%2$s',
                %5$s, timestamptz '2026-01-01Z', 1
            from generate_series(1, %3$s) as i where i %% 3 > 0
            """;

    @BeforeAll
    static void fill() {
        TenantId other = FieldFixture.tenant(DATABASE);
        for (TenantId tenant : List.of(FIELDS.tenant(), other)) {
            DATABASE.superuser(ROW.formatted(tenant, tenant == other ? ROWS / 10 : ROWS));
        }
        value("size", "number", "number_value", "i / 30");
        value("note", "text", "text_value", "'note ' || i / 30");
        DATABASE.superuser("analyze");
    }

    private static void value(String key, String type, String column, String value) {
        UUID field = FIELDS.field(key, type, false);
        DATABASE.superuser(VALUE.formatted(FIELDS.tenant(), field, ROWS, column, value));
    }

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @ParameterizedTest
    @CsvSource({"cf.size, 100, number", "cf.note, note 100, text", "cf.size.from, 3325, number"})
    void aFilterReadsWhatItFinds(String parameter, String value, String index) {
        Cost cost = cost(Map.of(parameter, value), null, null, index);

        assertThat(cost.rows()).isBetween(15, PAGE);
        assertThat(cost.indexScans()).isPositive();
        assertThat(cost.entriesRead()).isLessThan(10 * PAGE);
        assertThat(cost.rowsScanned()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"cf.size, number", "-cf.size, number", "cf.note, text", "-cf.note, text"})
    void anOrderReadsAPage(String sort, String index) {
        Cost first = cost(Map.of(), sort, null, index);
        Cost second = cost(Map.of(), sort, first.cursor(), index);

        for (Cost cost : List.of(first, second)) {
            assertThat(cost.rows()).isEqualTo(PAGE);
            assertThat(cost.indexScans()).isPositive();
            assertThat(cost.entriesRead()).isLessThan(10 * PAGE);
            assertThat(cost.rowsScanned()).isZero();
        }
    }

    /** So the test can fail: without the index, the same page reads all values. */
    @Test
    void withoutTheIndexAllValuesAreRead() {
        DATABASE.superuser("update pg_index set indisvalid = false"
                + " where indexrelid = cast('tenant_custom_value_text' as regclass)");
        try {
            Cost cost = cost(Map.of("cf.note", "note 100"), null, null, "text");
            assertThat(cost.indexScans()).isZero();
            assertThat(cost.rowsScanned()).isGreaterThan(ROWS / 10);
        } finally {
            DATABASE.superuser("update pg_index set indisvalid = true"
                    + " where indexrelid = cast('tenant_custom_value_text' as regclass)");
        }
    }

    private record Cost(int rows, String cursor, long indexScans, long entriesRead, long rowsScanned) {}

    private static Cost cost(Map<String, String> filters, String sort, String cursor, String index) {
        return FIELDS.in(em -> {
            String name = "tenant_custom_value_" + index;
            long scans = statistic(em, "numscans", name);
            long entries = statistic(em, "tuples_returned", name);
            long scanned = statistic(em, "tuples_returned", "tenant_custom_value")
                    + statistic(em, "tuples_returned", "tenant_activity_log");
            Page<ThingRow> page = FieldFixture.pages(em)
                    .page(
                            FieldFixture.ENTITY,
                            filters,
                            new PageRequest(PAGE, cursor, sort),
                            new KeysetQuery<>(
                                    em,
                                    ThingRow.class,
                                    "select new io.tenantry.tenant.customfield.ThingRow(e.id, e.actor) from TenantActivityLog e",
                                    List.of(SortKey.ofText("actor", "e.actor", ThingRow::actor)),
                                    ThingRow::id));
            return new Cost(
                    page.items().size(),
                    page.nextCursor(),
                    statistic(em, "numscans", name) - scans,
                    statistic(em, "tuples_returned", name) - entries,
                    statistic(em, "tuples_returned", "tenant_custom_value")
                            + statistic(em, "tuples_returned", "tenant_activity_log")
                            - scanned);
        });
    }

    /** What the transaction has done so far to a table or an index; for a table, rows read by sequential scans. */
    private static long statistic(EntityManager em, String what, String relation) {
        return ((Number) em.createNativeQuery(
                                "select pg_stat_get_xact_" + what + "(cast('" + relation + "' as regclass))")
                        .getSingleResult())
                .longValue();
    }
}
