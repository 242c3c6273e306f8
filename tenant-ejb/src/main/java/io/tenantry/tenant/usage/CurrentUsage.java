package io.tenantry.tenant.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What a tenant uses in a period, so far. */
public record CurrentUsage(UsagePeriods.Period period, List<Resource> resources) {

    public CurrentUsage {
        resources = List.copyOf(resources);
    }

    /** Named as in the API. */
    public enum Status {
        ok,
        warning,
        exceeded
    }

    /**
     * One resource.
     *
     * @param used held now, or consumed so far
     * @param billed what an invoice would be made of: for what is held, its peak or its average so far
     * @param included {@code null} where the plan says nothing
     * @param hardLimit {@code null} for none
     * @param charge for what goes beyond, as a JSON object; {@code null} for none
     */
    public record Resource(
            String resource, BigDecimal used, BigDecimal billed, Long included, Long hardLimit, String charge) {

        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

        /** What goes beyond what is included. */
        public BigDecimal overage() {
            return included == null
                    ? BigDecimal.ZERO
                    : billed.subtract(BigDecimal.valueOf(included)).max(BigDecimal.ZERO);
        }

        /** Of what is included, rounded down; {@code null} where the plan says nothing. */
        public BigDecimal percent() {
            if (included == null) {
                return null;
            }
            return included == 0
                    ? used.signum() > 0 ? HUNDRED : BigDecimal.ZERO
                    : used.multiply(HUNDRED).divide(BigDecimal.valueOf(included), 2, RoundingMode.DOWN);
        }

        /** @param threshold percent from which it is a warning */
        public Status status(int threshold) {
            if (included == null) {
                return Status.ok;
            }
            boolean beyond = used.compareTo(BigDecimal.valueOf(included)) > 0;
            boolean full = hardLimit != null && used.signum() > 0 && used.compareTo(BigDecimal.valueOf(hardLimit)) >= 0;
            if (beyond || full) {
                return Status.exceeded;
            }
            return percent().compareTo(BigDecimal.valueOf(threshold)) >= 0 ? Status.warning : Status.ok;
        }
    }
}
