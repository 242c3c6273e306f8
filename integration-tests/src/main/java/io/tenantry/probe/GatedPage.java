package io.tenantry.probe;

import io.tenantry.platform.metering.RequiresFeature;
import io.tenantry.platform.metering.WithinLimit;
import jakarta.enterprise.context.RequestScoped;

/** As a resource is one: a bean of a request, without a transaction of its own. */
@RequestScoped
public class GatedPage {

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
}
