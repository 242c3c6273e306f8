package io.tenantry.web.billing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When another plan is taken. */
public enum When {
    @JsonProperty("now")
    NOW,
    /** When what is paid for has ended. */
    @JsonProperty("periodEnd")
    PERIOD_END;

    /** As the API writes it. */
    @Override
    public String toString() {
        return this == NOW ? "now" : "periodEnd";
    }
}
