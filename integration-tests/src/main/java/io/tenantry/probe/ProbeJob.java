package io.tenantry.probe;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.job.DailyJob;
import io.tenantry.tenant.job.JobFailure;
import io.tenantry.tenant.job.JobReport;
import io.tenantry.tenant.job.JobSlot;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** A job of another module than the runner's. It notes when it ran, and fails for whom it is told to. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ProbeJob implements DailyJob {

    private static final Queue<JobSlot> SLOTS = new ConcurrentLinkedQueue<>();
    private static final Map<ZoneId, TenantId> FAILING = new ConcurrentHashMap<>();

    @Resource
    TransactionSynchronizationRegistry transaction;

    /** The days of a zone in the order in which they ran. */
    public static String days(String zone) {
        return SLOTS.stream()
                .filter(slot -> slot.zone().getId().equals(zone))
                .map(slot -> slot.day().toString())
                .collect(Collectors.joining(","));
    }

    public static String failFor(TenantId tenant, String zone) {
        FAILING.put(ZoneId.of(zone), tenant);
        return "it will";
    }

    @Override
    public String name() {
        return "probe";
    }

    @Override
    public int order() {
        return 5;
    }

    /** Done only where nothing of the caller's is left on the thread. */
    @Override
    public JobReport run(JobSlot slot) {
        SLOTS.add(slot);
        boolean bare = TenantContext.current().isEmpty() && transaction.getTransactionKey() == null;
        TenantId failing = FAILING.get(slot.zone());
        return new JobReport(
                1, bare ? 1 : 0, 0, failing == null ? List.of() : List.of(new JobFailure(failing, "probe-told-to")));
    }
}
