package io.tenantry.web.billing;

import io.tenantry.billing.payment.RecordedPayment;
import io.tenantry.platform.page.Page;
import java.time.Instant;
import java.util.UUID;

/** Payments as JSON. */
public final class PaymentViews {

    private PaymentViews() {}

    public record PaymentView(
            UUID id,
            UUID invoiceId,
            MoneyBody amount,
            String method,
            String reference,
            Instant receivedAt,
            Instant createdAt) {

        public static PaymentView of(RecordedPayment payment) {
            return new PaymentView(
                    payment.id(),
                    payment.invoiceId(),
                    MoneyBody.of(payment.amount()),
                    payment.method(),
                    payment.reference(),
                    payment.receivedAt(),
                    payment.createdAt());
        }

        public static Page<PaymentView> page(Page<RecordedPayment> page) {
            return new Page<>(page.items().stream().map(PaymentView::of).toList(), page.nextCursor());
        }
    }
}
