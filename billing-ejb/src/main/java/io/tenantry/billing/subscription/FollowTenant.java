package io.tenantry.billing.subscription;

import io.tenantry.tenant.lifecycle.TenantClosed;
import io.tenantry.tenant.lifecycle.TenantResumed;
import io.tenantry.tenant.lifecycle.TenantSuspended;
import io.tenantry.tenant.registry.TenantCreated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Keeps the subscription in step with its tenant, in the same transaction. */
@ApplicationScoped
public class FollowTenant {

    @Inject
    BeginSubscription begin;

    @Inject
    ChangeSubscriptionStatus change;

    void created(@Observes TenantCreated tenant) {
        begin.begin(tenant);
    }

    void suspended(@Observes TenantSuspended tenant) {
        change.suspended();
    }

    void closed(@Observes TenantClosed tenant) {
        change.suspended();
    }

    void resumed(@Observes TenantResumed tenant) {
        change.resumed(SubscriptionStatus.of(tenant.status().code()));
    }
}
