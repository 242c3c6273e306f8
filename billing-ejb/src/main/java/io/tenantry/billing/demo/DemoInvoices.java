package io.tenantry.billing.demo;

import io.tenantry.billing.invoicing.FindInvoices;
import io.tenantry.billing.invoicing.Invoice;
import io.tenantry.billing.invoicing.InvoiceRun;
import io.tenantry.billing.invoicing.InvoiceStatus;
import io.tenantry.billing.payment.PaymentValues;
import io.tenantry.billing.payment.RecordPayment;
import io.tenantry.billing.subscription.TenantDay;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.job.JobSlot;
import io.tenantry.tenant.registry.FindTenants;
import io.tenantry.tenant.start.DemoTenantFilled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;

/** The invoices of a tenant of the demonstration since it became a customer, each issued on its day and paid. */
@ApplicationScoped
public class DemoInvoices {

    private static final int MOST = 200;
    private static final Duration PAID_AFTER = Duration.ofDays(5);

    @Inject
    InvoiceRun run;

    @Inject
    FindTenants tenants;

    @Inject
    FindInvoices invoices;

    @Inject
    RecordPayment payments;

    @Inject
    TenantDay days;

    public void issue(@Observes DemoTenantFilled event) {
        Customership since = TenantContext.call(event.tenant(), () -> since(event));
        for (int month = 0; !since.first().plusMonths(month).isAfter(since.today()); month++) {
            run.run(new JobSlot(since.first().plusMonths(month), since.zone()));
        }
        TenantContext.run(event.tenant(), this::payAll);
    }

    private record Customership(LocalDate first, LocalDate today, ZoneId zone) {}

    private Customership since(DemoTenantFilled event) {
        LocalDate first = days.of(tenants.get(event.tenant().value()).createdAt());
        return new Customership(first, days.today(), days.zone());
    }

    /** None is left open: whoever moves the clock would soon find the tenant closed for it. */
    private void payAll() {
        invoices.page(InvoiceStatus.open, new PageRequest(MOST, null, null))
                .items()
                .forEach(this::pay);
    }

    private void pay(Invoice invoice) {
        payments.record(
                invoice.id(),
                new PaymentValues(
                        invoice.amountDue(),
                        "transfer",
                        "T-" + invoice.number(),
                        invoice.createdAt().plus(PAID_AFTER)));
    }
}
