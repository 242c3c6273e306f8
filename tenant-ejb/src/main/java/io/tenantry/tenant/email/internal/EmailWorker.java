package io.tenantry.tenant.email.internal;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Sends e-mail on every node, apart from any transaction: when told to, and now and then what is due again. */
@Singleton
@DependsOn("StartUp")
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EmailWorker {

    @Inject
    DeliverEmail deliver;

    @Asynchronous
    public void kick() {
        deliver.run();
    }

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void sweep() {
        deliver.run();
    }
}
