package io.tenantry.billing.dunning;

import io.tenantry.billing.dunning.internal.EachTenant;
import io.tenantry.billing.dunning.internal.sql.DueInvoices;
import io.tenantry.billing.dunning.internal.sql.DueInvoices.Untold;
import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.tenant.job.DailyJob;
import io.tenantry.tenant.job.JobReport;
import io.tenantry.tenant.job.JobSlot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Tells of each invoice once that it has been issued, after the invoices of the day are made. */
@ApplicationScoped
public class SendInvoiceEmails implements DailyJob {

    private static final int CHUNK = 500;

    @Inject
    BatchDatabase database;

    @Inject
    DunTenant dunning;

    @Override
    public String name() {
        return "invoice-emails";
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public JobReport run(JobSlot slot) {
        EachTenant each = new EachTenant("invoice-email");
        Untold last = null;
        List<Untold> chunk;
        do {
            Untold after = last;
            chunk = database.transaction(connection -> DueInvoices.untold(connection, slot, after, CHUNK));
            chunk.forEach(untold -> each.attempt(untold.tenant(), () -> dunning.tell(untold.invoice(), slot.at())));
            last = chunk.isEmpty() ? last : chunk.get(chunk.size() - 1);
        } while (chunk.size() == CHUNK);
        return each.report();
    }
}
