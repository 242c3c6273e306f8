package io.tenantry.tenant.email.internal;

import io.tenantry.tenant.email.EmailWritten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Has e-mail sent as soon as what it reports is committed. */
@ApplicationScoped
public class AfterCommit {

    @Inject
    EmailWorker worker;

    void written(@Observes(during = TransactionPhase.AFTER_SUCCESS) EmailWritten event) {
        worker.kick();
    }
}
