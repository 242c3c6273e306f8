package io.tenantry.it.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private ProductDatabase() {}

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

    private static void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Connection connect() throws SQLException {
        Path data = Path.of(System.getProperty("tenantry.data"));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + line(data.resolve("postgres.port")) + "/tenantry",
                "postgres",
                line(data.resolve("secrets").resolve("database-superuser.password")));
    }

    private static String line(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
