package io.tenantry.platform.isolation;

import static io.tenantry.platform.isolation.CatalogRule.BATCH_ROLE_BYPASSES_RLS;
import static io.tenantry.platform.isolation.CatalogRule.DANGEROUS_PRIVILEGE;
import static io.tenantry.platform.isolation.CatalogRule.FOREIGN_KEY_NOT_COMPOSITE;
import static io.tenantry.platform.isolation.CatalogRule.FUNCTION_NOT_REVIEWED;
import static io.tenantry.platform.isolation.CatalogRule.NO_TENANT_LED_PRIMARY_KEY;
import static io.tenantry.platform.isolation.CatalogRule.OWNER_POLICY_NOT_EXACT;
import static io.tenantry.platform.isolation.CatalogRule.POLICY_MISSING;
import static io.tenantry.platform.isolation.CatalogRule.POLICY_NOT_EXACT;
import static io.tenantry.platform.isolation.CatalogRule.PURGE_POLICY_MISSING;
import static io.tenantry.platform.isolation.CatalogRule.RLS_NOT_FORCED;
import static io.tenantry.platform.isolation.CatalogRule.ROLE_BYPASSES_RLS;
import static io.tenantry.platform.isolation.CatalogRule.ROLE_CAN_CREATE;
import static io.tenantry.platform.isolation.CatalogRule.ROLE_IS_SUPERUSER;
import static io.tenantry.platform.isolation.CatalogRule.ROLE_OWNS_TABLES;
import static io.tenantry.platform.isolation.CatalogRule.SHARED_TABLE_REFERENCES_TENANT_TABLE;
import static io.tenantry.platform.isolation.CatalogRule.TENANT_COLUMN;
import static io.tenantry.platform.isolation.CatalogRule.UNIQUE_KEY_NOT_TENANT_LED;
import static io.tenantry.platform.isolation.CatalogRule.VIEW_WITH_RIGHTS_OF_ITS_OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sound schema passes, and each way to break it is told by the rule that is broken and by no other. */
class IsolationCheckDbTest {

    private static final String SOUND = """
            create table catalogue (id uuid primary key);
            create table load (
                tenant_id uuid not null,
                id uuid not null,
                code text not null,
                catalogue_id uuid references catalogue,
                primary key (tenant_id, id),
                unique (tenant_id, code)
            );
            create table part (
                tenant_id uuid not null,
                id uuid not null,
                load_id uuid not null,
                primary key (tenant_id, id),
                foreign key (tenant_id, load_id) references load (tenant_id, id)
            );
            create view loads with (security_invoker = true) as select * from load;
            create function app.loads() returns bigint language sql stable security definer
                set search_path = pg_catalog, public, pg_temp as 'select count(*) from load';
            comment on function app.loads() is 'reviewed: a number only';
            select app.share('catalogue', 'the same for all');
            select app.protect('load');
            select app.protect('part')
            """;

    /**
     * A way to break the schema.
     *
     * @param undo what is not gone with the database, because roles belong to the cluster
     */
    private record Break(Set<CatalogRule> rules, String sql, String undo) {

        static Break of(CatalogRule rule, String sql) {
            return new Break(Set.of(rule), sql, "");
        }

        @Override
        public String toString() {
            return sql.strip().lines().findFirst().orElse("");
        }
    }

    static Stream<Break> breaks() {
        return Stream.of(
                // a superuser is a member of every role and so may do all that the other rules forbid
                new Break(
                        Set.of(
                                ROLE_IS_SUPERUSER,
                                ROLE_BYPASSES_RLS,
                                ROLE_OWNS_TABLES,
                                ROLE_CAN_CREATE,
                                DANGEROUS_PRIVILEGE,
                                POLICY_NOT_EXACT),
                        "alter role tenantry_app superuser",
                        "alter role tenantry_app nosuperuser"),
                new Break(
                        Set.of(ROLE_BYPASSES_RLS),
                        "alter role tenantry_app bypassrls",
                        "alter role tenantry_app nobypassrls"),
                new Break(
                        Set.of(ROLE_BYPASSES_RLS),
                        "create role bypassing bypassrls; grant bypassing to tenantry_app",
                        "drop role bypassing"),
                Break.of(ROLE_OWNS_TABLES, "alter table catalogue owner to tenantry_app"),
                new Break(
                        Set.of(BATCH_ROLE_BYPASSES_RLS),
                        "alter role tenantry_batch bypassrls",
                        "alter role tenantry_batch nobypassrls"),
                new Break(
                        Set.of(BATCH_ROLE_BYPASSES_RLS),
                        "alter role tenantry_batch superuser",
                        "alter role tenantry_batch nosuperuser"),
                Break.of(ROLE_CAN_CREATE, "grant create on schema public to tenantry_app"),
                Break.of(ROLE_CAN_CREATE, "grant create on schema app to public"),
                Break.of(DANGEROUS_PRIVILEGE, "grant truncate on load to tenantry_app"),
                Break.of(DANGEROUS_PRIVILEGE, "grant references on load to tenantry_app"),
                Break.of(DANGEROUS_PRIVILEGE, "grant trigger on load to public"),
                Break.of(RLS_NOT_FORCED, "alter table load no force row level security"),
                Break.of(RLS_NOT_FORCED, "alter table load disable row level security"),
                Break.of(POLICY_MISSING, "drop policy tenant_isolation on load"),
                Break.of(POLICY_NOT_EXACT, "create policy extra on load for select to public using (code = 'open')"),
                Break.of(POLICY_NOT_EXACT, "alter policy tenant_isolation on load using (true)"),
                Break.of(POLICY_NOT_EXACT, "alter policy tenant_isolation on load with check (true)"),
                Break.of(PURGE_POLICY_MISSING, "drop policy purge on load"),
                Break.of(PURGE_POLICY_MISSING, "alter policy purge on load to tenantry_batch"),
                Break.of(OWNER_POLICY_NOT_EXACT, "alter policy purge on load using (true)"),
                Break.of(OWNER_POLICY_NOT_EXACT, "alter policy purge on load with check (tenant_id is not null)"),
                Break.of(
                        OWNER_POLICY_NOT_EXACT, "create policy more on load for delete to tenantry_owner using (true)"),
                Break.of(OWNER_POLICY_NOT_EXACT, "create policy more on load to tenantry_owner using (code = 'open')"),
                Break.of(TENANT_COLUMN, "alter table load alter tenant_id drop default"),
                Break.of(TENANT_COLUMN, "alter table load alter tenant_id set default gen_random_uuid()"),
                // a column of the primary key cannot be null
                new Break(
                        Set.of(TENANT_COLUMN, NO_TENANT_LED_PRIMARY_KEY),
                        "alter table part drop constraint part_pkey; alter table part alter tenant_id drop not null",
                        ""),
                Break.of(UNIQUE_KEY_NOT_TENANT_LED, "alter table load add unique (code)"),
                Break.of(UNIQUE_KEY_NOT_TENANT_LED, "create unique index on load (lower(code))"),
                Break.of(UNIQUE_KEY_NOT_TENANT_LED, "create unique index on load (code, tenant_id)"),
                Break.of(NO_TENANT_LED_PRIMARY_KEY, "alter table part drop constraint part_pkey"),
                Break.of(FOREIGN_KEY_NOT_COMPOSITE, """
                        alter table part add other uuid, add foreign key (other, load_id) references load (tenant_id, id)
                        """),
                Break.of(SHARED_TABLE_REFERENCES_TENANT_TABLE, """
                        alter table catalogue add tenant uuid, add load uuid,
                            add foreign key (tenant, load) references load (tenant_id, id)
                        """),
                Break.of(VIEW_WITH_RIGHTS_OF_ITS_OWNER, "create view all_loads as select * from load"),
                Break.of(VIEW_WITH_RIGHTS_OF_ITS_OWNER, "alter view loads set (security_invoker = false)"),
                Break.of(VIEW_WITH_RIGHTS_OF_ITS_OWNER, "create materialized view app.kept as select * from load"),
                Break.of(FUNCTION_NOT_REVIEWED, "comment on function app.loads() is null"),
                Break.of(FUNCTION_NOT_REVIEWED, "alter function app.loads() reset search_path"),
                Break.of(FUNCTION_NOT_REVIEWED, "alter function app.loads() set search_path = pg_catalog, public"),
                Break.of(UNIQUE_KEY_NOT_TENANT_LED, "alter table load add exclude using hash (code with =)"),
                Break.of(
                        ROLE_CAN_CREATE,
                        "do 'begin execute format(''grant temporary on database %I to tenantry_app'', current_database()); end'"),
                // a table nobody protected
                new Break(
                        Set.of(
                                RLS_NOT_FORCED,
                                POLICY_MISSING,
                                PURGE_POLICY_MISSING,
                                TENANT_COLUMN,
                                UNIQUE_KEY_NOT_TENANT_LED),
                        "create table forgotten (id uuid primary key)",
                        ""));
    }

    @Test
    void aSoundSchemaHasNoViolation() throws SQLException {
        assertThat(check(sound()).violations()).isEmpty();
    }

    @Test
    void everyRuleHasACase() {
        assertThat(breaks().flatMap(b -> b.rules().stream())).contains(CatalogRule.values());
        assertThat(breaks().map(Break::rules).filter(rules -> rules.size() == 1).flatMap(Set::stream))
                .as("rules broken alone; being a superuser breaks others too")
                .containsAll(Arrays.stream(CatalogRule.values())
                        .filter(rule -> rule != ROLE_IS_SUPERUSER)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void tellsWhatIsBroken(Break broken) throws SQLException {
        TestDatabase database = sound();
        try {
            database.superuser(broken.sql());

            assertThat(slugs(check(database)))
                    .isEqualTo(broken.rules().stream().map(CatalogRule::slug).collect(Collectors.toSet()));
        } finally {
            database.superuser(broken.undo());
        }
    }

    @Test
    void namesTheTableThatIsNotSound() throws SQLException {
        TestDatabase database = sound();
        database.superuser("alter table load add unique (code)");

        IsolationReport report = check(database);

        assertThat(report.isSound()).isFalse();
        assertThat(report.violations())
                .containsExactly(new IsolationReport.Violation("unique-key-not-tenant-led", "load.load_code_key"));
        assertThat(report.tables())
                .containsExactly(
                        new IsolationReport.Table("catalogue", false, "the same for all", true),
                        new IsolationReport.Table("load", true, null, false),
                        new IsolationReport.Table("part", true, null, true));
    }

    @Test
    void describesTheThreeRoles() throws SQLException {
        assertThat(check(sound()).roles())
                .containsExactly(
                        new IsolationReport.Role("tenantry_app", false, false, false, true),
                        new IsolationReport.Role("tenantry_batch", false, false, false, false),
                        new IsolationReport.Role("tenantry_owner", false, false, true, false));
    }

    @Test
    void anEntityIsMultitenantOrStoredInSharedTables() throws SQLException {
        TestDatabase database = sound();

        IsolationReport report = check(
                database,
                List.of(
                        new EntityRegister.MappedEntity("Load", List.of("LOAD"), true),
                        new EntityRegister.MappedEntity("Catalogue", List.of("CATALOGUE"), false),
                        new EntityRegister.MappedEntity("Part", List.of("PART"), false),
                        new EntityRegister.MappedEntity("Mixed", List.of("CATALOGUE", "PART"), false)));

        assertThat(report.violations())
                .containsExactly(
                        new IsolationReport.Violation("entity-not-multitenant", "Part"),
                        new IsolationReport.Violation("entity-not-multitenant", "Mixed"));
        assertThat(report.entities()).hasSize(4);
    }

    private static TestDatabase sound() throws SQLException {
        TestDatabase database = TestDatabase.migrated();
        execute(database.owner(), SOUND);
        return database;
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static IsolationReport check(TestDatabase database) throws SQLException {
        return check(database, List.of());
    }

    private static IsolationReport check(TestDatabase database, Collection<EntityRegister.MappedEntity> entities)
            throws SQLException {
        try (Connection connection = database.app().getConnection()) {
            return IsolationCheck.run(connection, entities);
        }
    }

    private static Set<String> slugs(IsolationReport report) {
        return report.violations().stream().map(IsolationReport.Violation::rule).collect(Collectors.toSet());
    }
}
