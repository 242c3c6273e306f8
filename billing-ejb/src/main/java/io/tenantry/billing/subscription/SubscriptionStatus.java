package io.tenantry.billing.subscription;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

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

    private static final Map<SubscriptionStatus, Set<SubscriptionStatus>> STEPS = Map.of(
            TRIAL, Set.of(ACTIVE, SUSPENDED, CANCELLED),
            ACTIVE, Set.of(PAST_DUE, SUSPENDED, CANCELLED),
            PAST_DUE, Set.of(ACTIVE, SUSPENDED, CANCELLED),
            SUSPENDED, Set.of(TRIAL, ACTIVE, PAST_DUE, CANCELLED),
            // the platform opened the tenant again: it begins anew
            CANCELLED, Set.of(ACTIVE, PAST_DUE));

    private final String code;

    SubscriptionStatus(String code) {
        this.code = code;
    }

    /** As the API and the database write it. */
    public String code() {
        return code;
    }

    /** Whether there is a step from here to there. */
    public boolean leadsTo(SubscriptionStatus next) {
        return STEPS.get(this).contains(next);
    }

    /** Whether the tenant may work, so that its subscription can be changed. */
    public boolean isLive() {
        return this != SUSPENDED && this != CANCELLED;
    }

    public static SubscriptionStatus of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst()
                .orElseThrow();
    }
}
