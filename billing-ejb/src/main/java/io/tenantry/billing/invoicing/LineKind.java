package io.tenantry.billing.invoicing;

import java.util.Arrays;

/** What a line of an invoice is about. */
public enum LineKind {
    /** The plan's price, in advance. */
    BASE("base"),
    /** Usage beyond what is included, in arrears. */
    OVERAGE("overage"),
    /** What a change of plan takes back or adds for the days that are left. */
    PRORATION("proration"),
    /** Carried to the tenant's credit, because less than nothing would be due. */
    CREDIT("credit"),
    TAX("tax"),
    /** Late usage, minimum and discounts. */
    ADJUSTMENT("adjustment");

    private final String code;

    LineKind(String code) {
        this.code = code;
    }

    /** As the API and the database write it. */
    public String code() {
        return code;
    }

    public static LineKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow();
    }
}
