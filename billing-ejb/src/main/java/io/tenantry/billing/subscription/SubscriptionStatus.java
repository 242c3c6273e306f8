package io.tenantry.billing.subscription;

import java.util.Arrays;

/** Where a subscription stands in its life. */
public enum SubscriptionStatus {
    /** Nothing is billed yet. */
    TRIAL("trial"),
    ACTIVE("active"),
    /** An invoice was not paid in time. */
    PAST_DUE("pastDue"),
    /** The tenant is closed to its members; no base price falls due. */
    SUSPENDED("suspended"),
    /** Its end has come. */
    CANCELLED("cancelled");

    private final String code;

    SubscriptionStatus(String code) {
        this.code = code;
    }

    /** As the API and the database write it. */
    public String code() {
        return code;
    }

    public static SubscriptionStatus of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst()
                .orElseThrow();
    }
}
