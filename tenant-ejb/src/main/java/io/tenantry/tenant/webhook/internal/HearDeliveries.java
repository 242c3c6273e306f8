package io.tenantry.tenant.webhook.internal;

import io.tenantry.platform.announcement.Announcement;
import io.tenantry.tenant.webhook.DeliveryAsked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Has webhooks sent as soon as there are any, on whichever node they were written. */
@ApplicationScoped
public class HearDeliveries {

    @Inject
    WebhookWorker worker;

    void written(@Observes Announcement announcement) {
        if (announcement.table().equals("webhook_delivery")) {
            worker.kick();
        }
    }

    void asked(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveryAsked asked) {
        worker.kick();
    }
}
