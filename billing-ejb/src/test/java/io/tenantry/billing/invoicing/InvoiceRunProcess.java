package io.tenantry.billing.invoicing;

import java.util.logging.LogManager;
import org.postgresql.ds.PGSimpleDataSource;

/** An invoice run in a process of its own, to be killed. Says a line after each transaction. */
final class InvoiceRunProcess {

    private InvoiceRunProcess() {}

    public static void main(String[] arguments) {
        LogManager.getLogManager().reset();
        PGSimpleDataSource batch = new PGSimpleDataSource();
        batch.setURL(arguments[0]);
        batch.setUser("tenantry_batch");
        batch.setPassword(arguments[1]);
        batch.setStringType("unspecified");
        DueTenants.invoice(batch, () -> System.out.println("committed"));
    }
}
