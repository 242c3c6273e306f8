package io.tenantry.it.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The product's database with the rights of its superuser, for what no client could see or do. */
public final class ProductDatabase {

    private static final String CMO_TABLES = """
            select quote_ident(c.relname) from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
              and c.relname ~ '(precinto|transito|alerta)$'
            order by c.relname
            """;

    private static final String TENANT_TABLES = """
            select quote_ident(c.relname) from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
            """;

    /** An account like the owner's, with its password. */
    private static final String ACCOUNT = """
            insert into account (id, email, email_key, display_name, password_hash, platform_admin, created_at, version)
            select ?::uuid, ?, ?, 'Member', a.password_hash, false, now(), 1
            from account a where a.email_key = ?
            """;

    private static final String MEMBERSHIP = """
            insert into tenant_user (tenant_id, id, account_id, role, created_at, version)
            select ?::uuid, ?::uuid, a.id, ?, now(), 1
            from account a where a.email_key = ?
            """;

    private static final String COUNT_USER = """
            update tenant_usage set used = used + 1
            where tenant_id = ?::uuid and resource = 'users' and period_start = date '1970-01-01'
            """;

    private static final String USERS =
            "select used from tenant_usage where tenant_id = ?::uuid and resource = 'users'";

    private static final String BARE_PLAN = """
            insert into tenant_plan
                (id, code, version, name, currency, amount, interval, trial_days, public, reserved_for, created_at)
            values (?::uuid, ?, 1, 'Bare', 'USD', 1, 'month', 0, false, ?::uuid, now())
            """;

    private static volatile String url;
    private static volatile String password;

    private ProductDatabase() {}

    /** Told by the container once the product runs. */
    public static void isAt(String databaseUrl, String superuserPassword) {
        url = databaseUrl;
        password = superuserPassword;
    }

    /** The tables of the three resources of the CMO. */
    public static List<String> cmoTables() {
        return texts(CMO_TABLES);
    }

    /** The types of events that the product has entered. */
    public static List<String> eventTypes() {
        return texts("select code from event_type");
    }

    public static void disableRowSecurity() {
        cmoTables().forEach(table -> execute("alter table " + table + " disable row level security"));
    }

    public static void enableRowSecurity() {
        cmoTables().forEach(table -> execute("alter table " + table + " enable row level security"));
    }

    /** Makes an account with the password of {@code like}. */
    public static void addAccount(String email, String like) {
        update(ACCOUNT, UUID.randomUUID().toString(), email, email, like);
    }

    /**
     * Makes an account a member, and counts it as the product does.
     *
     * @return the id of the membership
     */
    public static String addMember(String tenantId, String email, String role) {
        String id = UUID.randomUUID().toString();
        update(MEMBERSHIP, tenantId, id, role, email);
        update(COUNT_USER, tenantId);
        return id;
    }

    private static void update(String sql, String... values) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            assertThat(statement.executeUpdate()).as(sql).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** How many users the product counts in a tenant. */
    public static long usersCounted(String tenantId) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(USERS)) {
            statement.setString(1, tenantId);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Moves a tenant to a plan of its own that opens nothing and limits nothing. */
    public static void moveToPlanWithoutFeatures(String tenantId) {
        String plan = UUID.randomUUID().toString();
        update(BARE_PLAN, plan, "bare-" + plan, tenantId);
        update("update tenant set plan_id = ?::uuid where id = ?::uuid", plan, tenantId);
    }

    /** What an administrator of the platform would do. */
    public static void suspend(String tenant) {
        execute("update tenant set status = 'suspended', status_reason = 'unpaid' where id = '" + tenant + "'");
    }

    /** As after the days an invitation is good for. */
    public static void expireInvitation(String id) {
        execute("update tenant_invitation set expires_at = now() where id = '" + id + "'");
    }

    /** As after the minutes a token for a new password is good for. */
    public static void expireReset(String email) {
        update(
                "update password_reset set expires_at = now()"
                        + " where account_id = (select id from account where email_key = ?)",
                email);
    }

    /** As after the hours a proof of an address is good for. */
    public static void expireSignup(String slug) {
        update("update signup_request set expires_at = now() where slug = ?", slug);
    }

    /** Lets the grace of a tenant that is closing be over, as waiting would. */
    public static void endGrace(String tenant) {
        execute("update tenant set purge_after = now() - interval '1 minute' where id = '" + tenant + "'");
    }

    /** How many rows each table has of a tenant, in every table with a column for it. */
    public static Map<String, Long> rowsOf(String tenant) {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String table : texts(statement, TENANT_TABLES)) {
                String count = "select count(*) from " + table + " where tenant_id = '" + tenant + "'";
                rows.put(table, Long.valueOf(texts(statement, count).get(0)));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> texts(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return texts(statement, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static List<String> texts(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** Changes rows of a tenant as nobody else could. */
    public static void tamper(String sql, String... values) {
        update(sql, values);
    }

    private static void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "postgres", password);
    }
}
