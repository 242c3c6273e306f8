package io.tenantry.billing.invoicing.internal;

import io.tenantry.billing.pricing.InvalidPricing;
import jakarta.ejb.ApplicationException;

/** What a tenant cannot be invoiced for; by the name of the rule that its data breaks. */
@ApplicationException(rollback = true)
public class BrokenRule extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String rule;

    public BrokenRule(String rule) {
        super(rule);
        this.rule = rule;
    }

    /** The name for whatever came out of pricing or calculating. */
    public static String nameOf(RuntimeException broken) {
        if (broken instanceof BrokenRule known) {
            return known.rule;
        }
        if (broken instanceof InvalidPricing pricing) {
            return "pricing-"
                    + pricing.messageKey().substring(pricing.messageKey().lastIndexOf('.') + 1);
        }
        return "data-invalid";
    }
}
