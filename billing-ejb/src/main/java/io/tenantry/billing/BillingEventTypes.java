package io.tenantry.billing;

import io.tenantry.tenant.event.EventType;
import io.tenantry.tenant.event.EventTypeSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** What happens to subscriptions, invoices and what is paid. */
@ApplicationScoped
public class BillingEventTypes implements EventTypeSource {

    @Override
    public List<EventType> eventTypes() {
        return Stream.of(
                        "subscription.changed",
                        "subscription.planPutOff",
                        "subscription.planTaken",
                        "subscription.cancelledAtPeriodEnd",
                        "subscription.kept",
                        "subscription.ended",
                        "subscription.active",
                        "subscription.pastDue",
                        "subscription.suspended",
                        "subscription.cancelled",
                        "invoice.created",
                        "invoice.issued",
                        "invoice.credited",
                        "invoice.voided",
                        "invoice.uncollectible",
                        "payment.created",
                        "credit.created",
                        "credit.revoked",
                        "discount.created",
                        "discount.ended",
                        "billingProfile.changed")
                .map(code -> EventType.of("billing", code))
                .toList();
    }
}
