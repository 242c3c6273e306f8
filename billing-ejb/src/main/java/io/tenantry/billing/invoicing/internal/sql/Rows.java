package io.tenantry.billing.invoicing.internal.sql;

import io.tenantry.billing.invoicing.internal.Row;
import io.tenantry.platform.json.Jsonp;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows that are worked on: a tenant's, by its entity manager, or those of many tenants, by a job's connection. The
 * statements are the same. Each names its tenants; rows go and come as JSON, and parameters are texts.
 */
public interface Rows {

    /** @param sql answers one JSON array */
    List<Row> read(String sql, String... parameters);

    /** @param sql a select, too: for what it locks or calls */
    void run(String sql, String... parameters);

    /** The rows of the thread's tenant. */
    static Rows of(EntityManager entityManager) {
        return new OfTenant(entityManager);
    }

    /** The rows of all tenants. */
    static Rows of(Connection connection) {
        return new OfAll(connection);
    }

    /** By way of JPA. */
    record OfTenant(EntityManager entityManager) implements Rows {

        @Override
        public List<Row> read(String sql, String... parameters) {
            return rows((String) query(sql, parameters).getSingleResult());
        }

        @Override
        public void run(String sql, String... parameters) {
            Query query = query(sql, parameters);
            if (isSelect(sql)) {
                query.getResultList();
            } else {
                query.executeUpdate();
            }
        }

        private Query query(String sql, String... parameters) {
            Query query = entityManager.createNativeQuery(sql);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query;
        }
    }

    /** By way of JDBC. */
    record OfAll(Connection connection) implements Rows {

        private static final Pattern PARAMETER = Pattern.compile("\\?(\\d+)");

        @Override
        public List<Row> read(String sql, String... parameters) {
            try (PreparedStatement statement = prepared(sql, parameters);
                    ResultSet result = statement.executeQuery()) {
                result.next();
                return rows(result.getString(1));
            } catch (SQLException e) {
                throw new Refused(e);
            }
        }

        @Override
        public void run(String sql, String... parameters) {
            try (PreparedStatement statement = prepared(sql, parameters)) {
                statement.execute();
            } catch (SQLException e) {
                throw new Refused(e);
            }
        }

        private PreparedStatement prepared(String sql, String... parameters) throws SQLException {
            List<String> values = new ArrayList<>();
            Matcher matcher = PARAMETER.matcher(sql);
            while (matcher.find()) {
                values.add(parameters[Integer.parseInt(matcher.group(1)) - 1]);
            }
            PreparedStatement statement = connection.prepareStatement(matcher.replaceAll("?"));
            for (int i = 0; i < values.size(); i++) {
                statement.setString(i + 1, values.get(i));
            }
            return statement;
        }
    }

    /** The database has refused a statement; the transaction is over. */
    class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(SQLException cause) {
            super(cause);
        }

        /** The class and code of the SQL standard, such as {@code 23514}. */
        public String state() {
            return ((SQLException) getCause()).getSQLState();
        }
    }

    private static List<Row> rows(String json) {
        return json == null ? List.of() : Row.all(Jsonp.read(json).asJsonArray());
    }

    private static boolean isSelect(String sql) {
        return sql.stripLeading().startsWith("select");
    }
}
