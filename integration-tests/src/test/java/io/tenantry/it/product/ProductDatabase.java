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
import java.util.UUID;

/** The product's database with the rights of its superuser, for what no client could see or do. */
public final class ProductDatabase {

    private static final String CMO_TABLES = """
            select quote_ident(c.relname) from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
              and c.relname ~ '(precinto|transito|alerta)$'
            order by c.relname
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
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(CMO_TABLES)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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

    /** What an administrator of the platform would do. */
    public static void suspend(String tenant) {
        execute("update tenant set status = 'suspended', status_reason = 'unpaid' where id = '" + tenant + "'");
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
