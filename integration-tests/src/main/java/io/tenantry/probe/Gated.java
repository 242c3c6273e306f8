package io.tenantry.probe;

import io.tenantry.platform.metering.Limits;
import io.tenantry.platform.metering.RequiresFeature;
import io.tenantry.platform.metering.WithinLimit;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** A use case that a plan may forbid. */
@Stateless
public class Gated {

    @Inject
    Limits limits;

    @RequiresFeature("webhooks")
    public String feature() {
        return "open";
    }

    @WithinLimit("precintos")
    public String limit() {
        return "taken";
    }

    @WithinLimit("precintos")
    public String failing() {
        throw new IllegalStateException("on purpose");
    }

    /** Counts so many seals, or that many fewer. */
    public String count(long quantity) {
        if (quantity > 0) {
            limits.take("precintos", quantity);
        } else {
            limits.release("precintos", -quantity);
        }
        return "filled";
    }
}
