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

    /** Leaves room for {@code left} of 50 seals. */
    public String fill(int left) {
        limits.take("precintos", 50L - left);
        return "filled";
    }
}
