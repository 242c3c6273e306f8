package io.tenantry.billing.credit;

import io.tenantry.billing.credit.internal.sql.ExpiryStatements;
import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.tenant.job.DailyJob;
import io.tenantry.tenant.job.JobReport;
import io.tenantry.tenant.job.JobSlot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Writes off the rest of credit whose last day is over, before the invoices of the day are made. */
@ApplicationScoped
public class ExpireCredit implements DailyJob {

    static final int CHUNK = 1_000;

    @Inject
    BatchDatabase database;

    @Override
    public String name() {
        return "credit-expiry";
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public JobReport run(JobSlot slot) {
        long expired = 0;
        int chunk;
        do {
            chunk = database.transaction(connection -> ExpiryStatements.expire(connection, slot, CHUNK));
            expired += chunk;
        } while (chunk == CHUNK);
        return new JobReport(expired, expired, 0, List.of());
    }
}
