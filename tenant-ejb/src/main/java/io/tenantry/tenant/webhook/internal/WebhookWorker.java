package io.tenantry.tenant.webhook.internal;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Sends webhooks on every node, apart from any transaction: when told to, and now and then what is due again. */
@Singleton
@DependsOn("StartUp")
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WebhookWorker {

    @Inject
    DispatchDeliveries dispatch;

    @Inject
    DeliveryThreads threads;

    @Asynchronous
    public void kick() {
        dispatch.run(threads::run);
    }

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void sweep() {
        dispatch.run(threads::run);
    }
}
