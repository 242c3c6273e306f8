package io.tenantry.probe;

import io.tenantry.platform.metering.RequiresFeature;
import jakarta.enterprise.context.RequestScoped;

/** All of a resource needs a feature. */
@RequestScoped
@RequiresFeature("webhooks")
public class GatedPageClass {

    public String open() {
        return "open";
    }
}
