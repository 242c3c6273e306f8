package io.tenantry.platform.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema to the version of the program. Nodes that start at once wait for each other on a lock of the
 * database, and only the first finds work.
 */
public final class Migrations {

    private Migrations() {}

    /** @return how many migrations ran */
    public static int run(DataSource owner) {
        return Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(owner)
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
