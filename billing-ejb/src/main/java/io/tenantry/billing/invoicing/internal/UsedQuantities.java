package io.tenantry.billing.invoicing.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What tenants have used, by tenant, first day and resource. */
public final class UsedQuantities {

    private record Key(UUID tenant, LocalDate starts, String resource) {}

    private record Used(BigDecimal total, BigDecimal peak, BigDecimal average) {}

    private final Map<Key, Used> rows = new HashMap<>();

    /** @param rows of {@code app.period_usage}: {@code tenant_id, starts, resource, total, peak, average} */
    public UsedQuantities(List<Row> rows) {
        rows.forEach(row -> this.rows.put(
                new Key(row.id("tenant_id"), row.day("starts"), row.text("resource")),
                new Used(row.decimal("total"), row.decimal("peak"), row.decimal("average"))));
    }

    /** Of what is consumed the sum; of what is held the measure that the plan has chosen; zero if there is nothing. */
    public BigDecimal of(UUID tenant, LocalDate starts, PlanTerms.Metered metered) {
        Used used = rows.get(new Key(tenant, starts, metered.resource()));
        if (used == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal level = metered.average() ? used.average() : used.peak();
        return level == null ? used.total() : level;
    }

    /** Whether it is held, and not consumed; not known, and of no matter, if there is nothing. */
    public boolean held(UUID tenant, LocalDate starts, PlanTerms.Metered metered) {
        Used used = rows.get(new Key(tenant, starts, metered.resource()));
        return used != null && used.peak() != null;
    }

    /** With more of what is consumed in the days that begin on that one. */
    public UsedQuantities consumedTimes(BigDecimal factor, UUID tenant, LocalDate starts) {
        UsedQuantities result = new UsedQuantities(List.of());
        rows.forEach((key, used) -> result.rows.put(
                key,
                used.peak() == null
                                && key.tenant().equals(tenant)
                                && key.starts().equals(starts)
                        ? new Used(used.total().multiply(factor), null, null)
                        : used));
        return result;
    }
}
