package io.tenantry.probe;

import io.tenantry.platform.metering.RequiresFeature;
import jakarta.ejb.Stateless;

/** All of a use case needs a feature. */
@Stateless
@RequiresFeature("webhooks")
public class GatedClass {

    public String open() {
        return "open";
    }
}
