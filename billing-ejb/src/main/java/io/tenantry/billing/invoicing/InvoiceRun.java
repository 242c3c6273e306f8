package io.tenantry.billing.invoicing;

import io.tenantry.billing.invoicing.internal.sql.HeldRows;
import io.tenantry.billing.invoicing.internal.sql.Rows;
import io.tenantry.billing.invoicing.internal.sql.TurnRows;
import io.tenantry.platform.caller.ContextLogger;
import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.job.DailyJob;
import io.tenantry.tenant.job.JobFailure;
import io.tenantry.tenant.job.JobReport;
import io.tenantry.tenant.job.JobSlot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Invoices all whose usage period has ended, or whose first one has begun: chunk by chunk of tenants, each in a transaction
 * of its own. A period is over when its subscription has moved on, which happens with the invoice or not at all; so the
 * run can be killed, repeated, and done by several nodes at once, who leave each other's tenants alone.
 */
@ApplicationScoped
public class InvoiceRun implements DailyJob {

    private static final System.Logger LOGGER = ContextLogger.of(InvoiceRun.class);
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Inject
    BatchDatabase database;

    @Inject
    Seller seller;

    @Inject
    @ConfigProperty(name = "tenantry.invoice-run.chunk", defaultValue = "500")
    int chunkSize;

    @Override
    public String name() {
        return "invoice-run";
    }

    @Override
    public int order() {
        return 30;
    }

    /** What was held on the last day of a period is known when the day was closed. */
    @Override
    public Set<String> after() {
        return Set.of("usage-snapshot");
    }

    /** Who has missed several periods is invoiced for one after the other. */
    @Override
    public JobReport run(JobSlot slot) {
        int already = database.transaction(connection ->
                TurnRows.already(Rows.of(connection), slot.day(), slot.zone().getId()));
        JobReport report = new JobReport(already, 0, already, List.of());
        Set<UUID> failed = new HashSet<>();
        JobReport pass;
        do {
            pass = pass(slot, failed);
            report = report.plus(pass);
            pass.failures().forEach(failure -> failed.add(failure.tenant().value()));
        } while (pass.done() > 0);
        return report.plus(oneByOne(slot, without(failed, stillDue(slot))));
    }

    /** Somebody was at work on them each time. */
    private List<UUID> stillDue(JobSlot slot) {
        return database.transaction(connection ->
                HeldRows.stillDue(Rows.of(connection), slot.day(), slot.zone().getId()));
    }

    /** Everybody once. */
    private JobReport pass(JobSlot slot, Set<UUID> failed) {
        JobReport report = JobReport.NOTHING;
        Chunk chunk = new Chunk(List.of(BEFORE_ALL), report);
        do {
            chunk = chunk(slot, chunk.tenants().get(chunk.tenants().size() - 1), failed);
            report = report.plus(chunk.report());
            LOGGER.log(
                    System.Logger.Level.DEBUG,
                    "invoice-run day={0} zone={1} done={2} failed={3}",
                    slot.day(),
                    slot.zone(),
                    report.done(),
                    report.failures().size());
        } while (chunk.tenants().size() == chunkSize);
        return report;
    }

    private record Chunk(List<UUID> tenants, JobReport report) {}

    private Chunk chunk(JobSlot slot, UUID after, Set<UUID> failed) {
        List<UUID> claimed = new ArrayList<>();
        try {
            JobReport report = database.transaction(connection -> {
                Rows rows = Rows.of(connection);
                claimed.addAll(HeldRows.claim(rows, slot.day(), slot.zone().getId(), after, chunkSize));
                return taken(rows, slot, without(failed, claimed));
            });
            return new Chunk(claimed, report);
        } catch (Rows.Refused refused) {
            if (claimed.isEmpty()) {
                throw refused;
            }
            LOGGER.log(System.Logger.Level.WARNING, "invoice-run: a chunk is done tenant by tenant", refused);
            return new Chunk(claimed, oneByOne(slot, without(failed, claimed)));
        }
    }

    private JobReport oneByOne(JobSlot slot, List<UUID> tenants) {
        return tenants.stream().map(tenant -> one(slot, tenant)).reduce(JobReport.NOTHING, JobReport::plus);
    }

    private JobReport one(JobSlot slot, UUID tenant) {
        try {
            return database.transaction(connection -> {
                Rows rows = Rows.of(connection);
                return taken(rows, slot, HeldRows.claim(rows, slot.day(), tenant));
            });
        } catch (Rows.Refused refused) {
            return new JobReport(1, 0, 0, List.of(new JobFailure(new TenantId(tenant), "database-" + refused.state())));
        }
    }

    private JobReport taken(Rows rows, JobSlot slot, List<UUID> tenants) {
        if (tenants.isEmpty()) {
            return JobReport.NOTHING;
        }
        Turns turns = new Turns(rows, slot.day(), slot.at());
        turns.take(tenants, seller.json(), seller.dueDays());
        return new JobReport(tenants.size(), turns.done(), 0, turns.failures());
    }

    private static List<UUID> without(Set<UUID> failed, List<UUID> claimed) {
        return claimed.stream().filter(tenant -> !failed.contains(tenant)).toList();
    }
}
