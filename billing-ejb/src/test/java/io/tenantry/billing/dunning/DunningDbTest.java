package io.tenantry.billing.dunning;

import static io.tenantry.billing.BillingFixture.NOW;
import static io.tenantry.billing.BillingFixture.atOnce;
import static io.tenantry.billing.BillingFixture.customers;
import static io.tenantry.billing.BillingFixture.wired;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.billing.BillingFixture;
import io.tenantry.billing.customer.Customer;
import io.tenantry.billing.invoicing.Invoice;
import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.job.JobFailure;
import io.tenantry.tenant.job.JobReport;
import io.tenantry.tenant.job.JobSlot;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each step is done once, on its local day, whoever else does it; one tenant's failure stops nobody. */
class DunningDbTest {

    private static final BillingFixture FIXTURE = new BillingFixture();
    private static final ZoneId ZONE = ZoneId.of("Pacific/Apia");
    private static final LocalDate DUE = LocalDate.parse("2026-03-01");

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final TenantId tenant = FIXTURE.tenant("Pacific/Apia");
    private TenantId failing;
    private boolean suspendedOtherwise;

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    /** The tenants of all tests are in one zone. */
    @AfterEach
    void nobodyOwesAnything() {
        FIXTURE.database.superuser("update invoice set status = 'void'");
    }

    @Test
    void eachStepIsDoneOnItsDay() {
        FIXTURE.invoice(tenant, "10.00", DUE.toString());
        for (int day = 0; day <= 35; day++) {
            run(DUE.plusDays(day));
        }
        assertThat(done).containsExactly("owes", "mail 2026-03-08", "mail 2026-03-15", "mail 2026-03-31", "suspend");
    }

    @Test
    void stepsOfDaysThatWereMissedAreToldOfByOneEmail() {
        FIXTURE.invoice(tenant, "10.00", DUE.toString());

        assertThat(run(DUE.plusDays(20)).done()).isEqualTo(1);
        assertThat(run(DUE.plusDays(20)).due()).isZero();

        assertThat(done).containsExactly("owes", "mail 2026-03-31");
    }

    @Test
    void whatWouldChangeTheStandingOfATenantThatIsSuspendedOtherwiseWaits() {
        FIXTURE.invoice(tenant, "10.00", DUE.toString());
        suspendedOtherwise = true;
        run(DUE.plusDays(31));
        assertThat(done).containsExactly("mail ended");

        suspendedOtherwise = false;
        run(DUE.plusDays(32));

        assertThat(done).containsExactly("mail ended", "owes", "suspend");
    }

    @Test
    void whatIsDoneAtOnceIsDoneOnce() {
        FIXTURE.invoice(tenant, "10.00", DUE.toString());

        assertThat(atOnce(5, i -> run(DUE.plusDays(7)))).noneMatch(Throwable.class::isInstance);

        assertThat(done).containsExactly("owes", "mail 2026-03-15");
    }

    @Test
    void anotherZoneAndWhatIsPaidAreLeftAlone() {
        FIXTURE.invoice(FIXTURE.tenant("Pacific/Niue"), "10.00", DUE.toString());
        UUID paid = FIXTURE.invoice(tenant, "10.00", DUE.toString());
        FIXTURE.database.superuser("update invoice set status = 'paid' where id = '" + paid + "'");

        assertThat(run(DUE.plusDays(40))).isEqualTo(JobReport.NOTHING);
        assertThat(done).isEmpty();
    }

    @Test
    void oneTenantsFailureStopsNobody() {
        failing = tenant;
        TenantId next = FIXTURE.tenant("Pacific/Apia");
        FIXTURE.invoice(tenant, "10.00", DUE.toString());
        FIXTURE.invoice(next, "10.00", DUE.toString());

        JobReport report = run(DUE.plusDays(1));

        assertThat(report.failures()).containsExactly(new JobFailure(tenant, "dunning"));
        assertThat(report.done()).isEqualTo(1);
        assertThat(done).containsExactly("owes", "mail 2026-03-08");
        failing = null;
        assertThat(run(DUE.plusDays(1)).done()).as("found again").isEqualTo(1);
    }

    @Test
    void anInvoiceIsToldOfOnce() {
        FIXTURE.invoice(tenant, "10.00", DUE.toString());
        JobSlot slot = new JobSlot(LocalDate.parse("2026-02-25"), ZONE);
        SendInvoiceEmails job = wired(new SendInvoiceEmails(), batch(), dunning());

        assertThat(job.run(new JobSlot(slot.day().minusDays(1), ZONE)).done()).isZero();
        assertThat(atOnce(3, i -> job.run(slot))).noneMatch(Throwable.class::isInstance);

        assertThat(done).containsExactly("issued");
        assertThat(job.run(new JobSlot(slot.day().plusDays(7), ZONE)).due()).isZero();
    }

    private JobReport run(LocalDate day) {
        return wired(new RunDunning(), batch(), configured(), dunning()).run(new JobSlot(day, ZONE));
    }

    private static BatchDatabase batch() {
        return new BatchDatabase(() -> FIXTURE.database.batch());
    }

    private static ConfiguredDunning configured() {
        ConfiguredDunning configured = new ConfiguredDunning();
        configured.text = DunningSchedule.DEFAULT;
        configured.start();
        return configured;
    }

    /** As the container does: each call in a transaction of its own. */
    private DunTenant dunning() {
        return new DunTenant() {
            @Override
            public int dun(LocalDate today, Instant at) {
                return FIXTURE.unit.inTransaction(em -> bean(em).dun(today, at));
            }

            @Override
            public boolean tell(UUID id, Instant at) {
                return FIXTURE.unit.inTransaction(em -> bean(em).tell(id, at));
            }
        };
    }

    private DunTenant bean(EntityManager em) {
        return wired(new DunTenant(), em, configured(), customers(em), new Noted(), new NotedLetters());
    }

    private final class Noted extends Standing {
        @Override
        public boolean admits(DunningAction action) {
            return !suspendedOtherwise || action != DunningAction.pastDue && action != DunningAction.suspend;
        }

        @Override
        public void owes() {
            if (TenantContext.required().equals(failing)) {
                throw new IllegalStateException("told to fail at " + NOW);
            }
            done.add("owes");
        }

        @Override
        public void suspend() {
            done.add("suspend");
        }
    }

    private final class NotedLetters extends InvoiceLetters {
        @Override
        void issued(EntityManager entityManager, Customer customer, Invoice invoice) {
            done.add("issued");
        }

        @Override
        void unpaid(EntityManager entityManager, Customer customer, Invoice invoice, Optional<LocalDate> next) {
            done.add("mail " + next.map(LocalDate::toString).orElse("ended"));
        }
    }
}
