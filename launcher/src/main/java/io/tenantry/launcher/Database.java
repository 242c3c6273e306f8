package io.tenantry.launcher;

/** The PostgreSQL database the application works on. */
sealed interface Database extends AutoCloseable permits EmbeddedDatabase, ExternalDatabase {

    String OWNER = "tenantry_owner";
    String APP = "tenantry_app";
    String BATCH = "tenantry_batch";

    /** JDBC address without credentials. */
    String url();

    DatabasePasswords passwords();

    /** One line for the operator. */
    String description();

    @Override
    void close();
}
