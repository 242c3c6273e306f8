package io.tenantry.tenant.customfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists in the order of a field: every row once, those without a value last. */
class CustomFieldOrderDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = new StandaloneUnit("tenantPU", DATABASE.app(), Map.of());

    private final FieldFixture fields = new FieldFixture(DATABASE, UNIT);

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 200})
    void pagesHoldEveryRowOnce(int limit) {
        fields.field("size", "number", false);
        List<UUID> with = new ArrayList<>();
        List<UUID> without = new ArrayList<>();
        for (String size : List.of("-10", "-9.5", "9", "10")) {
            without.add(thing());
            UUID row = thing();
            fields.set(row, Map.of("size", new BigDecimal(size)));
            with.add(row);
        }

        assertThat(paged("cf.size", limit)).containsExactlyElementsOf(joined(with, without));
        Collections.reverse(with);
        Collections.reverse(without);
        assertThat(paged("-cf.size", limit)).containsExactlyElementsOf(joined(with, without));
    }

    @Test
    void aCursorBelongsToOneOrder() {
        fields.field("size", "number", false);
        fields.field("note", "text", false);
        thing();
        thing();
        String cursor = page("cf.size", null, 1).nextCursor();

        for (String sort : List.of("-cf.size", "cf.note", "actor")) {
            assertThatThrownBy(() -> page(sort, cursor, 1)).hasMessageContaining("validation");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cf.other", "cf.", "cf.size desc", "cf.SQL('1')", "size", "--cf.size"})
    void onlyAFieldIsAnOrder(String sort) {
        fields.field("size", "number", false);
        assertThatThrownBy(() -> page(sort, null, 1)).hasMessageContaining("validation");
    }

    private UUID thing() {
        UUID id = Ids.next();
        DATABASE.superuser("""
                insert into tenant_activity_log
                    (tenant_id, id, created_at, actor, actor_kind, action, entity, version)
                values ('%s', '%s', now(), 'a', 'user', 'x', 'things', 1)
                """.formatted(fields.tenant(), id));
        return id;
    }

    private List<UUID> paged(String sort, int limit) {
        List<UUID> ids = new ArrayList<>();
        String cursor = null;
        do {
            Page<ThingRow> page = page(sort, cursor, limit);
            page.items().forEach(row -> ids.add(row.id()));
            cursor = page.nextCursor();
        } while (cursor != null);
        return ids;
    }

    private Page<ThingRow> page(String sort, String cursor, int limit) {
        return fields.in(em -> FieldFixture.pages(em)
                .page(
                        FieldFixture.ENTITY,
                        Map.of(),
                        new PageRequest(limit, cursor, sort),
                        new KeysetQuery<>(
                                em,
                                ThingRow.class,
                                "select new io.tenantry.tenant.customfield.ThingRow(e.id, e.actor) from TenantActivityLog e",
                                List.of(SortKey.ofText("actor", "e.actor", ThingRow::actor)),
                                ThingRow::id)));
    }

    private static List<UUID> joined(List<UUID> one, List<UUID> other) {
        List<UUID> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
