package io.tenantry.platform.database;

import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * The server's data sources. Payara knows them by the plain name, WildFly below {@code java:/}.
 *
 * <p>A connection from here has no tenant and so sees no tenant's rows: for the catalog, migrations and
 * announcements only.
 */
public final class Databases {

    private Databases() {}

    /** What requests run as. */
    public static DataSource app() {
        return lookUp("jdbc/tenantry");
    }

    /** The owner of the schema, for migrations at start. */
    public static DataSource owner() {
        return lookUp("jdbc/tenantry-owner");
    }

    /** Jobs over all tenants: see {@link BatchDatabase}. */
    static DataSource batch() {
        return lookUp("jdbc/tenantry-batch");
    }

    private static DataSource lookUp(String name) {
        for (String candidate : List.of(name, "java:/" + name)) {
            try {
                return InitialContext.doLookup(candidate);
            } catch (NamingException tryNext) {
                // reported below if no name is known
            }
        }
        throw new IllegalStateException("the server has no data source " + name);
    }
}
