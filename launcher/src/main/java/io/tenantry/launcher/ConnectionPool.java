package io.tenantry.launcher;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A JDBC pool of the server, known to the application by its JNDI name.
 *
 * @param joined whether its connections join the transaction of the thread that asks for one
 */
record ConnectionPool(String jndiName, String url, String user, String password, int steady, int max, boolean joined) {

    ConnectionPool(String jndiName, String url, String user, String password, int steady, int max) {
        this(jndiName, url, user, password, steady, max, true);
    }

    /** Whoever takes a connection commits it, whatever becomes of the thread's transaction. */
    ConnectionPool outsideTransactions() {
        return new ConnectionPool(jndiName, url, user, password, steady, max, false);
    }

    String name() {
        return jndiName.replace('/', '-');
    }

    /** Arguments of the server's command create-jdbc-connection-pool. Prepared statements are cached by the driver itself. */
    String[] createArguments() {
        return new String[] {
            "--restype=javax.sql.DataSource",
            "--datasourceclassname=org.postgresql.ds.PGSimpleDataSource",
            "--steadypoolsize=" + steady,
            "--maxpoolsize=" + max,
            "--isolationlevel=read-committed",
            "--isisolationguaranteed=false",
            "--nontransactionalconnections=" + !joined,
            // checked whenever it is handed out, by an empty query: a restarted database must not cost a request
            "--isconnectvalidatereq=true",
            "--validationmethod=custom-validation",
            "--validationclassname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "--failconnection=true",
            "--property=" + properties(),
            name()
        };
    }

    private String properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("url", url);
        properties.put("user", user);
        properties.put("password", password);
        properties.put("stringType", "unspecified");
        properties.put("ApplicationName", "tenantry");
        return properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + escape(property.getValue()))
                .collect(Collectors.joining(":"));
    }

    /** The command reads its properties as name=value:name=value, with quotes and backslashes. */
    static String escape(String value) {
        return value.replaceAll("([\\\\:='\"])", "\\\\$1");
    }
}
