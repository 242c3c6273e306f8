package io.tenantry.billing.credit;

import static io.tenantry.billing.BillingFixture.NOW;
import static io.tenantry.billing.BillingFixture.atOnce;
import static io.tenantry.billing.BillingFixture.clock;
import static io.tenantry.billing.BillingFixture.customers;
import static io.tenantry.billing.BillingFixture.silent;
import static io.tenantry.billing.BillingFixture.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.billing.BillingFixture;
import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.job.JobReport;
import io.tenantry.tenant.job.JobSlot;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Credit is never more than was given and never less than nothing, whoever takes it at the same time. */
class CreditDbTest {

    private static final BillingFixture FIXTURE = new BillingFixture();
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    private static final LocalDate END = LocalDate.parse("2026-03-05");

    private final TenantId tenant = FIXTURE.tenant();

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void whatIsGrantedIsInTheLedgerAndTheBalance() {
        GrantedCredit granted = grant("20.00", null);

        assertThat(balance(tenant)).isEqualTo(usd("20.00"));
        List<GrantedCredit> open = FIXTURE.in(tenant, em -> find(em).open());
        assertThat(open).containsExactly(granted);
        assertThat(ledger()).extracting(LedgerEntry::kind).containsExactly(CreditEntryKind.granted);
        assertThat(ledger()).extracting(LedgerEntry::amount).containsExactly(usd("20.00"));
    }

    @Test
    void whatIsLeftIsRevokedOnce() {
        GrantedCredit granted = grant("20.00", null);

        FIXTURE.in(tenant, em -> grants(em).revoke(granted.id()));
        GrantedCredit again = FIXTURE.in(tenant, em -> grants(em).revoke(granted.id()));

        assertThat(again.remaining()).isEqualTo(usd("0.00"));
        assertThat(ledger()).extracting(LedgerEntry::amount).containsExactly(usd("-20.00"), usd("20.00"));
        assertThat(balance(tenant)).isEqualTo(usd("0.00"));
    }

    @Test
    void anotherTenantsCreditIsNotFound() {
        GrantedCredit granted = grant("20.00", null);
        TenantId other = FIXTURE.tenant();

        assertThatThrownBy(() -> FIXTURE.in(other, em -> grants(em).revoke(granted.id())))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
        assertThat(balance(other)).isEqualTo(usd("0.00"));
        assertThat(balance(tenant)).isEqualTo(usd("20.00"));
    }

    @Test
    void otherCurrenciesNothingAndWhatIsOverAreRefused() {
        refused("/amount/currency", Money.of("20.00", "EUR"), null);
        refused("/amount/amount", usd("0.00"), null);
        refused("/amount/amount", usd("-1.00"), null);
        refused("/amount/amount", usd("1000000000000000.00"), null);
        refused("/expiresOn", usd("1.00"), TODAY);
    }

    @Test
    void theRestExpiresOnItsDayInTheTenantsZone() {
        TenantId east = FIXTURE.tenant("Pacific/Auckland");
        grant(tenant, "5.00", END);
        grant(tenant, "7.00", null);
        grant(east, "5.00", END);

        assertThat(expire(END.minusDays(1), "UTC").done()).isZero();
        assertThat(expire(END, "UTC").done()).isEqualTo(1);
        assertThat(expire(END, "UTC").done()).isZero();

        assertThat(remaining(tenant)).isEqualTo("7.0000");
        assertThat(remaining(east)).isEqualTo("5.0000");
        assertThat(ledger())
                .filteredOn(entry -> entry.kind() == CreditEntryKind.expired)
                .singleElement()
                .satisfies(entry -> assertThat(entry.amount()).isEqualTo(usd("-5.00")))
                .satisfies(entry -> assertThat(entry.createdAt()).isEqualTo("2026-03-05T00:00:00Z"))
                .satisfies(entry -> assertThat(entry.id().version()).isEqualTo(7));
        expire(END, "Pacific/Auckland");
    }

    @Test
    void whatIsRevokedAndExpiresAtOnceIsTakenOnce() {
        for (int round = 0; round < 5; round++) {
            TenantId fresh = FIXTURE.tenant();
            GrantedCredit granted = grant(fresh, "10.00", END);
            List<Callable<Object>> takers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                takers.add(() -> FIXTURE.in(fresh, em -> grants(em).revoke(granted.id())));
                takers.add(() -> expire(END, "UTC"));
            }

            assertThat(atOnce(takers)).noneMatch(Throwable.class::isInstance);

            assertThat(remaining(fresh)).isEqualTo("0.0000");
            assertThat(FIXTURE.number("select count(*) from credit_entry where tenant_id = '" + fresh + "'"))
                    .isEqualTo("2");
            assertThat(FIXTURE.number("select sum(amount) from credit_entry where tenant_id = '" + fresh + "'"))
                    .isEqualTo("0.0000");
        }
    }

    private static void refused(String pointer, Money amount, LocalDate expiresOn) {
        TenantId tenant = FIXTURE.tenant();
        assertThatThrownBy(() ->
                        FIXTURE.in(tenant, em -> grants(em).grant(amount, CreditSource.grant, "Sorry", expiresOn)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.pointer()).isEqualTo(pointer)));
    }

    private static JobReport expire(LocalDate day, String zone) {
        ExpireCredit job = wired(new ExpireCredit(), new BatchDatabase(() -> FIXTURE.database.batch()));
        return job.run(new JobSlot(day, ZoneId.of(zone)));
    }

    private GrantedCredit grant(String amount, LocalDate expiresOn) {
        return grant(tenant, amount, expiresOn);
    }

    private static GrantedCredit grant(TenantId tenant, String amount, LocalDate expiresOn) {
        return FIXTURE.in(tenant, em -> grants(em).grant(usd(amount), CreditSource.grant, "Sorry", expiresOn));
    }

    private List<LedgerEntry> ledger() {
        return FIXTURE.in(tenant, em -> find(em).page(new PageRequest(50, null, null)))
                .items();
    }

    private static Money balance(TenantId tenant) {
        return FIXTURE.in(tenant, em -> find(em).balance());
    }

    private static BigDecimal remaining(TenantId tenant) {
        return FIXTURE.number("select sum(remaining) from credit_grant where tenant_id = '" + tenant + "'");
    }

    private static GrantCredit grants(EntityManager em) {
        return wired(new GrantCredit(), em, customers(em), clock(NOW), silent());
    }

    private static FindCredits find(EntityManager em) {
        return wired(new FindCredits(), em, customers(em), clock(NOW));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
