package io.tenantry.billing.dunning;

import io.tenantry.billing.dunning.internal.EachTenant;
import io.tenantry.billing.dunning.internal.sql.DueInvoices;
import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.job.DailyJob;
import io.tenantry.tenant.job.JobReport;
import io.tenantry.tenant.job.JobSlot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Reminds of unpaid invoices, and in the end closes the tenant; a tenant's steps are a transaction of their own. */
@ApplicationScoped
public class RunDunning implements DailyJob {

    private static final int CHUNK = 500;

    @Inject
    BatchDatabase database;

    @Inject
    ConfiguredDunning configured;

    @Inject
    DunTenant dunning;

    @Override
    public String name() {
        return "dunning";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public JobReport run(JobSlot slot) {
        List<DunningStep> steps = configured.schedule().steps();
        List<String> codes = steps.stream().map(DunningStep::code).toList();
        List<Integer> days = steps.stream().map(DunningStep::day).toList();
        EachTenant each = new EachTenant("dunning");
        TenantId last = null;
        List<TenantId> chunk;
        do {
            TenantId after = last;
            chunk = database.transaction(connection -> DueInvoices.unpaid(connection, slot, after, codes, days, CHUNK));
            chunk.forEach(tenant -> each.attempt(tenant, () -> dunning.dun(slot.day(), slot.at()) > 0));
            last = chunk.isEmpty() ? last : chunk.get(chunk.size() - 1);
        } while (chunk.size() == CHUNK);
        return each.report();
    }
}
