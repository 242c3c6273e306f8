package io.tenantry.platform.isolation;

import java.util.List;

/**
 * What the self-check found.
 *
 * @param violations empty when isolation is in force
 */
public record IsolationReport(List<Violation> violations, List<Role> roles, List<Table> tables, List<Entity> entities) {

    public boolean isSound() {
        return violations.isEmpty();
    }

    /**
     * @param rule slug of the rule that is broken
     * @param subject the table, role, policy, index, key or entity that breaks it; a table's own parts begin with its
     *     name and a dot
     */
    public record Violation(String rule, String subject) {

        boolean concerns(String table) {
            return subject.equals(table) || subject.startsWith(table + ".");
        }
    }

    /** A role of the database; {@code current} is the one requests run as. */
    public record Role(String name, boolean superuser, boolean bypassesRls, boolean ownsTables, boolean current) {}

    /** A table: either protected, or shared by all tenants for a reviewed reason. */
    public record Table(String name, boolean isProtected, String sharedBecause, boolean sound) {}

    /** An entity and its tables. */
    public record Entity(String name, List<String> tables, boolean multitenant) {}
}
