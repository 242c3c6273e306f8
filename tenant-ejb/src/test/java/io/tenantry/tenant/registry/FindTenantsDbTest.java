package io.tenantry.tenant.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.testing.ExplainedQueries;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list at 100,000 tenants: what it finds, and that each filter and each order is served by an index. */
class FindTenantsDbTest {

    /** Most are active and on the same plan, as they would be. Slugs and names begin differently. */
    private static final String MANY = """
            insert into tenant (id, slug, name, name_key, status, purge_after, plan_id, created_at, version)
            select gen_random_uuid(), 's' || n, 'Áñ ' || n % 1000 || ' of ' || n, 'áñ ' || n % 1000 || ' of ' || n,
                   case when n % 50 = 0 then 'suspended' when n % 1000 = 1 then 'closing' else 'active' end,
                   now(),
                   (select id from tenant_plan where code = case when n % 100 = 0 then 'enterprise' else 'starter' end),
                   timestamptz '2026-01-01Z' + n * interval '1 second', 1
            from generate_series(1, 100000) n;
            analyze tenant;
            """;

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final ExplainedQueries EXPLAINED = new ExplainedQueries();
    private static StandaloneUnit unit;

    @BeforeAll
    static void makesTenants() {
        DATABASE.superuser(MANY);
        unit = new StandaloneUnit("tenantPU", EXPLAINED.over(DATABASE.app()), Map.of());
    }

    @AfterAll
    static void close() {
        unit.close();
    }

    private record Query(FindTenants.Filter filter, String sort) {}

    static Stream<Query> queries() {
        List<Query> queries = new ArrayList<>();
        for (String sort : List.of("createdAt", "-createdAt", "slug", "-slug", "name", "-name")) {
            queries.add(new Query(new FindTenants.Filter(null, null, null), sort));
            queries.add(new Query(new FindTenants.Filter(TenantStatus.CLOSING, null, null), sort));
            queries.add(new Query(new FindTenants.Filter(TenantStatus.ACTIVE, null, null), sort));
            queries.add(new Query(new FindTenants.Filter(null, "enterprise", null), sort));
            queries.add(new Query(new FindTenants.Filter(null, "starter", null), sort));
            queries.add(new Query(new FindTenants.Filter(null, null, "s777"), sort));
            queries.add(new Query(new FindTenants.Filter(null, null, "ÁÑ 77"), sort));
            queries.add(new Query(new FindTenants.Filter(null, null, "s"), sort));
        }
        return queries.stream();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void usesAnIndex(Query query) {
        String cursor = page(query, null).nextCursor();
        page(query, cursor);

        assertThat(EXPLAINED.plans())
                .hasSize(2)
                .allSatisfy(plan -> assertThat(plan)
                        .containsPattern("Index (Only )?Scan")
                        .doesNotContain("Seq Scan on tenant t")
                        .doesNotContain("Seq Scan on tenant "));
    }

    /** So that the test above can fail. */
    @Test
    void seesWhereThereIsNoIndex() {
        unit.transaction(em -> em.createQuery("select t.id from Tenant t where t.locale = 'es'")
                .getResultList());

        assertThat(EXPLAINED.plans()).singleElement().asString().contains("Seq Scan on tenant");
    }

    @Test
    void findsWhatIsAskedFor() {
        assertThat(slugs(new FindTenants.Filter(null, null, "S99999"), "slug")).containsExactly("s99999");
        assertThat(slugs(new FindTenants.Filter(null, null, "áñ 7 of 100"), "slug"))
                .containsExactly("s10007", "s1007");
        assertThat(slugs(new FindTenants.Filter(TenantStatus.CLOSING, null, "áñ 1 of 5"), "slug"))
                .containsExactly(
                        "s50001", "s5001", "s51001", "s52001", "s53001", "s54001", "s55001", "s56001", "s57001",
                        "s58001", "s59001");
        assertThat(slugs(new FindTenants.Filter(null, "enterprise", "s9900"), "-slug"))
                .containsExactly("s99000", "s9900");
        assertThat(slugs(new FindTenants.Filter(null, null, "%"), "slug")).isEmpty();
    }

    @Test
    void readsOnWhereThePageBeforeEnded() {
        Query query = new Query(new FindTenants.Filter(null, null, "áñ 7 of"), "name");
        List<String> names = new ArrayList<>();
        String cursor = null;
        do {
            Page<TenantView> page = page(query, cursor);
            page.items().forEach(tenant -> names.add(tenant.name()));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(names).hasSize(100).doesNotHaveDuplicates().isSorted();
        EXPLAINED.plans();
    }

    private static List<String> slugs(FindTenants.Filter filter, String sort) {
        List<String> slugs = page(new Query(filter, sort), null).items().stream()
                .map(TenantView::slug)
                .toList();
        EXPLAINED.plans();
        return slugs;
    }

    private static Page<TenantView> page(Query query, String cursor) {
        return unit.inTransaction(em -> {
            FindTenants find = new FindTenants();
            find.entityManager = em;
            return find.page(query.filter(), new PageRequest(50, cursor, query.sort()));
        });
    }
}
