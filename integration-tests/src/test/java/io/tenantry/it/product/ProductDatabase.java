package io.tenantry.it.product;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The product's database with the rights of its superuser, for what no client could see or do. */
public final class ProductDatabase {

    private static final String CMO_TABLES = """
            select quote_ident(c.relname) from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
              and c.relname ~ '(precinto|transito|alerta)$'
            order by c.relname
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

    /** What an administrator of the platform would do. */
    public static void suspend(String tenant) {
        execute("update tenant set status = 'suspended', status_reason = 'unpaid' where id = '" + tenant + "'");
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
