package io.tenantry.tenant.lifecycle.internal;

import io.tenantry.tenant.lifecycle.OutsideData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** What tenants have outside of the database, gathered from all modules. */
@ApplicationScoped
public class OutsideRemains {

    @Inject
    @Any
    Instance<OutsideData> sources;

    /** Of the thread's tenant. */
    public void remove() {
        sources.forEach(OutsideData::remove);
    }
}
