package io.tenantry.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectionPoolTest {

    @Test
    void escapesWhatTheServersCommandSeparatesBy() {
        assertThat(ConnectionPool.escape("a:b=c\\d'e\"f g")).isEqualTo("a\\:b\\=c\\\\d\\'e\\\"f g");
    }

    @Test
    void isBoundedAndChecksConnections() {
        var pool = new ConnectionPool(
                "jdbc/tenantry", "jdbc:postgresql://127.0.0.1:5432/tenantry", "app", "secret", 2, 16);

        assertThat(pool.createArguments())
                .contains(
                        "--steadypoolsize=2",
                        "--maxpoolsize=16",
                        "--isconnectvalidatereq=true",
                        "--nontransactionalconnections=false",
                        "--failconnection=true")
                .contains("--property=url=jdbc\\:postgresql\\://127.0.0.1\\:5432/tenantry:user=app:password=secret"
                        + ":stringType=unspecified:ApplicationName=tenantry")
                .endsWith("jdbc-tenantry");
    }

    @Test
    void staysOutOfTransactionsWhereItsUsersCommitThemselves() {
        var pool = new ConnectionPool("jdbc/tenantry-batch", "jdbc:postgresql://127.0.0.1/t", "batch", "secret", 0, 4);

        assertThat(pool.outsideTransactions().createArguments())
                .contains("--nontransactionalconnections=true", "--maxpoolsize=4")
                .endsWith("jdbc-tenantry-batch");
    }
}
