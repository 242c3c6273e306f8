package io.tenantry.billing.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.billing.invoicing.BillingFixture.Subscription;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Subscriptions that are suspended, reopened or ended about the time at which invoices are made. */
class SuspendedBillingDbTest {

    private static final BillingFixture BILLING = new BillingFixture();

    private final UUID monthly = BILLING.plan("10", "month", BillingFixture.transits(100));

    @Test
    void reopenedOnTheFirstDayOfItsPeriodItPaysItsBase() {
        Subscription tenant = BILLING.subscription(monthly, "2026-02-01", "2026-03-01")
                .with("status = 'suspended'")
                .used("transitos", "2026-02-10", "200");
        BILLING.run("2026-03-01");
        tenant.with("status = 'active'");

        assertThat(BILLING.run("2026-03-02").failures()).isEmpty();

        assertThat(tenant.lines()).containsExactly("overage 2026-02-01 10", "base 2026-03-01 10");
        assertThat(tenant.is("base_until")).isEqualTo("2026-04-01");
    }

    @Test
    void aTrialThatIsSuspendedIsNotBilled() {
        Subscription tenant = BILLING.subscription(monthly, "2026-02-01", "2026-03-01")
                .with("status = 'suspended'")
                .used("transitos", "2026-02-10", "200");
        suspended(tenant, "resume_to = 'trial', status_reason = 'abuse'");

        BILLING.run("2026-03-02");

        assertThat(tenant.lines()).isEmpty();
        assertThat(tenant.is("period_end")).isEqualTo("2026-03-01");
    }

    @Test
    void whoCancelledAndOwesIsNotReopenedByPaying() {
        Subscription tenant = BILLING.subscription(monthly, "2026-02-01", "2026-03-01")
                .with("status = 'suspended', cancel_at_period_end = true");
        suspended(tenant, "resume_to = 'active', status_reason = 'unpaid'");

        BILLING.run("2026-03-01");

        assertThat(tenant.is("b.status || ' ' || t.status_reason")).isEqualTo("cancelled cancelled");
    }

    private static void suspended(Subscription tenant, String assignments) {
        BILLING.sql("update tenant set status = 'suspended', %s where id = '%s'".formatted(assignments, tenant.id));
    }
}
