package io.tenantry.tenant.usage;

import io.tenantry.tenant.start.DemoTenantCreated;
import io.tenantry.tenant.usage.internal.sql.DemoStatements;
import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The last 90 days of a tenant of the demonstration: its calls, and how what it holds came to it. */
@Stateless
public class DemoUsage {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    /** After the modules have filled the tenant. */
    public void fill(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) DemoTenantCreated event) {
        DemoStatements.consume(entityManager, "apiCalls", 400L * event.size(), event.now());
        DemoStatements.consume(entityManager, "webhooks", 15L * event.size(), event.now());
        DemoStatements.grow(entityManager, event.now());
    }
}
