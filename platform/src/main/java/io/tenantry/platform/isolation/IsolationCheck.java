package io.tenantry.platform.isolation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Asks the database and EclipseLink whether both isolation layers are in force.
 *
 * <p>Each query lists violations, so a clean answer is an empty one. The connection is the application's own: what it
 * may do is what is checked.
 */
public final class IsolationCheck {

    private IsolationCheck() {}

    public static IsolationReport run(Connection connection) throws SQLException {
        return run(connection, EntityRegister.entities());
    }

    static IsolationReport run(Connection connection, Collection<EntityRegister.MappedEntity> entities)
            throws SQLException {
        List<IsolationReport.Violation> violations = new ArrayList<>();
        for (CatalogRule rule : CatalogRule.values()) {
            for (String subject : texts(connection, rule.sql())) {
                violations.add(new IsolationReport.Violation(rule.slug(), subject));
            }
        }
        Set<String> shared = new HashSet<>(texts(connection, "select name from app.shared_table"));
        entities.stream()
                .filter(entity -> !entity.multitenant() && !shared.containsAll(lowerCase(entity.tables())))
                .map(entity -> new IsolationReport.Violation("entity-not-multitenant", entity.name()))
                .forEach(violations::add);
        return new IsolationReport(violations, roles(connection), tables(connection, violations), entities(entities));
    }

    private static List<IsolationReport.Role> roles(Connection connection) throws SQLException {
        List<IsolationReport.Role> roles = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select r.rolname, r.rolsuper, r.rolbypassrls, r.rolname = current_user,
                               exists (select from pg_class c where c.relowner = r.oid)
                        from pg_roles r
                        where r.rolname in ('tenantry_owner', 'tenantry_app', 'tenantry_batch') or r.rolname = current_user
                        order by r.rolname
                        """)) {
            while (rows.next()) {
                roles.add(new IsolationReport.Role(
                        rows.getString(1),
                        rows.getBoolean(2),
                        rows.getBoolean(3),
                        rows.getBoolean(5),
                        rows.getBoolean(4)));
            }
        }
        return roles;
    }

    private static List<IsolationReport.Table> tables(Connection connection, List<IsolationReport.Violation> violations)
            throws SQLException {
        List<IsolationReport.Table> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select c.relname, s.reason
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        left join app.shared_table s on s.name = c.relname
                        where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
                          and c.relname <> 'flyway_schema_history'
                        order by c.relname
                        """)) {
            while (rows.next()) {
                String name = rows.getString(1);
                boolean sound = violations.stream().noneMatch(v -> v.concerns(name));
                tables.add(new IsolationReport.Table(name, rows.getString(2) == null, rows.getString(2), sound));
            }
        }
        return tables;
    }

    private static List<IsolationReport.Entity> entities(Collection<EntityRegister.MappedEntity> entities) {
        return entities.stream()
                .map(e -> new IsolationReport.Entity(e.name(), lowerCase(e.tables()), e.multitenant()))
                .toList();
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static List<String> lowerCase(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }
}
