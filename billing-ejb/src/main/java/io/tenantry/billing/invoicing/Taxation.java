package io.tenantry.billing.invoicing;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * How an invoice is taxed.
 *
 * @param inclusive whether prices contain the taxes
 * @param rates all of them due on the same net sum; none unless the treatment is {@link Treatment#STANDARD}
 */
public record Taxation(Treatment treatment, boolean inclusive, List<Rate> rates) {

    public static final Taxation NONE = new Taxation(Treatment.STANDARD, false, List.of());

    public Taxation {
        rates = List.copyOf(rates);
        if (treatment != Treatment.STANDARD && !rates.isEmpty()) {
            throw new IllegalArgumentException(treatment + " has no rates");
        }
    }

    /** Who pays the tax, if anybody. */
    public enum Treatment {
        STANDARD("standard"),
        /** The buyer accounts for it (article 196 of directive 2006/112/EC): the invoice says so. */
        REVERSE_CHARGE("reverseCharge"),
        EXEMPT("exempt");

        private final String code;

        Treatment(String code) {
            this.code = code;
        }

        /** As the API and the database write it. */
        public String code() {
            return code;
        }

        public static Treatment of(String code) {
            return Arrays.stream(values())
                    .filter(treatment -> treatment.code.equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * @param name as the invoice says it, such as {@code IVA}
     * @param percent 0 to 100
     */
    public record Rate(String name, BigDecimal percent) {}
}
