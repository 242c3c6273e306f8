package io.tenantry.tenant.lifecycle;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Tenants with rows in several tables, and a look at them that no isolation layer narrows. */
final class PurgeFixture {

    private static final String TENANT = """
            insert into tenant (id, slug, name, status, plan_id, created_at, version)
            select '%s', '%s', 'T', 'active', id, now(), 1 from tenant_plan where code = 'starter'
            """;

    private static final String ROWS = """
            insert into tenant_usage (tenant_id, id, resource, period_start, used, created_at, version)
            select '%1$s', gen_random_uuid(), 'r' || n, '1970-01-01', n, now(), 1 from generate_series(1, 5) n;
            insert into tenant_activity_log (tenant_id, id, created_at, actor, actor_kind, action, entity, version)
            select '%1$s', gen_random_uuid(), now(), 'a', 'user', 'did', 'it', 1 from generate_series(1, 7) n;
            insert into tenant_api_key (tenant_id, id, name, scopes, secret_hash, secret_no, created_by, created_at, version)
            values ('%1$s', gen_random_uuid(), 'k', 's', 'h', 1, 'a', now(), 1);
            insert into idempotent_answer (tenant_id, account_id, key, request_hash, created_at)
            values ('%1$s', gen_random_uuid(), 'k', '', now())
            """;

    private static final String ACCOUNT = """
            insert into account (id, email, email_key, display_name, password_hash, platform_admin, last_tenant_id, created_at, version)
            values ('%1$s', '%1$s@member.test', '%1$s@member.test', 'M', '-', %2$s, '%3$s', now(), 1);
            insert into account_session (id, account_id, current_tenant, created_at, expires_at)
            values (gen_random_uuid(), '%1$s', '%3$s', now(), now())
            """;

    private static final String MEMBERSHIP = """
            insert into tenant_user (tenant_id, id, account_id, role, created_at, version)
            values ('%s', gen_random_uuid(), '%s', 'viewer', now(), 1)
            """;

    private final TestDatabase database = TestDatabase.migrated();

    /** A tenant that may be purged. */
    record Doomed(TenantId id, String slug) {}

    DataSource app() {
        return database.app();
    }

    Doomed tenant() {
        return tenant("t" + Ids.next().toString().replace("-", ""));
    }

    Doomed tenant(String slug) {
        Doomed tenant = new Doomed(new TenantId(Ids.next()), slug);
        execute(database.superuser(), TENANT.formatted(tenant.id(), slug));
        execute(database.superuser(), ROWS.formatted(tenant.id()));
        member(tenant, false);
        return tenant;
    }

    /** @return the id of a new account that is a member */
    String member(Doomed tenant, boolean administrator) {
        String account = Ids.next().toString();
        execute(database.superuser(), ACCOUNT.formatted(account, administrator, tenant.id()));
        join(account, tenant);
        return account;
    }

    void join(String account, Doomed tenant) {
        execute(database.superuser(), MEMBERSHIP.formatted(tenant.id(), account));
    }

    /** E-mail addresses of accounts with this id. */
    List<String> accounts(String id) {
        return texts("select email from account where id = '%s'".formatted(id));
    }

    void beginPurge(Doomed tenant) {
        asApp("update tenant set status = 'closing', purge_after = now() where id = '%s'", tenant);
        asApp("update tenant set status = 'purging' where id = '%s'", tenant);
    }

    /** A tenant's rows by table, in every table with a column for it. */
    Map<String, Long> rows(Doomed tenant) {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : texts("""
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                """)) {
            String count = "select count(*) from %s where tenant_id = '%s'".formatted(table, tenant.id());
            rows.put(table, Long.valueOf(texts(count).get(0)));
        }
        return rows;
    }

    long total(Doomed tenant) {
        return rows(tenant).values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many rows the owner of the tables can delete. */
    long deletedByOwner(Doomed tenant) {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(
                    "delete from tenant_activity_log where tenant_id = '%s'".formatted(tenant.id()));
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    void asApp(String sql, Doomed tenant) {
        execute(database.app(), sql.formatted(tenant.id()));
    }

    void asOwner(String sql, Doomed tenant) {
        execute(database.owner(), sql.formatted(tenant.id()));
    }

    void asSuperuser(String sql, Doomed tenant) {
        execute(database.superuser(), sql.formatted(tenant.id()));
    }

    List<String> texts(String sql) {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static void execute(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
