package io.tenantry.billing.invoicing;

import static io.tenantry.billing.invoicing.Invoices.JULY;
import static io.tenantry.billing.invoicing.Invoices.JUNE;
import static io.tenantry.billing.invoicing.Invoices.base;
import static io.tenantry.billing.invoicing.Invoices.draft;
import static io.tenantry.billing.invoicing.Invoices.fixed;
import static io.tenantry.billing.invoicing.Invoices.lines;
import static io.tenantry.billing.invoicing.Invoices.packages;
import static io.tenantry.billing.invoicing.Invoices.perUnit;
import static io.tenantry.billing.invoicing.Invoices.percent;
import static io.tenantry.billing.invoicing.Invoices.period;
import static io.tenantry.billing.invoicing.Invoices.taxes;
import static io.tenantry.billing.invoicing.Invoices.usage;
import static io.tenantry.billing.invoicing.Invoices.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.billing.pricing.Charge;
import io.tenantry.billing.subscription.Period;
import io.tenantry.platform.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceCalculatorTest {

    @Test
    void billsUsageInArrearsAndThePlanInAdvance() {
        InvoiceDraft draft = draft(usage("1200", "1000", perUnit("0.05")), base("199.00"));

        assertThat(lines(draft)).containsExactly("overage 10.00", "base 199.00");
        assertThat(draft.lines()).extracting(DraftLine::period).containsExactly(JUNE, JULY);
        assertThat(draft.lines().get(0).quantity()).isEqualByComparingTo("200");
        assertThat(draft.lines().get(0).unitPrice()).isEqualByComparingTo("0.05");
        assertThat(draft.lines().get(0).resource()).isEqualTo("precintos");
        assertThat(draft.lines().get(0).description().arguments()).containsExactly("precintos");
        assertThat(draft.lines().get(0).steps()).hasSize(1);
        assertThat(draft.total()).isEqualTo(usd("209.00"));
        assertThat(draft.amountDue()).isEqualTo(usd("209.00"));
        assertThat(draft.isEmpty()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // used, included, due at 0.10 each
        "0, 0, ''",
        "1, 0, 0.10",
        "100, 100, ''",
        "100.4, 100, 0.04",
        "100.5, 100, 0.05",
        "99.9, 100, ''",
        "101, 100, 0.10",
        "1000000, 100, 99990.00",
        "100.04, 100, 0.00",
        "100.05, 100, 0.01",
    })
    void billsWhatGoesBeyondTheIncluded(String used, String included, String due) {
        InvoiceDraft draft = draft(usage(used, included, perUnit("0.10")));
        assertThat(lines(draft)).isEqualTo(due.isEmpty() ? List.of() : List.of("overage " + due));
    }

    @ParameterizedTest
    @CsvSource({
        // a plan in force for some days of June includes their share
        "2026-06-01, 2026-06-16, 150, 100, 100.00", "2026-06-16, 2026-07-01, 150, 100, 100.00",
        "2026-06-01, 2026-06-02, 10, 300, 0.00", "2026-06-01, 2026-06-11, 10, 10, 6.67",
        "2026-06-01, 2026-07-01, 150, 100, 50.00", "2026-06-30, 2026-07-01, 3, 100, 0.00",
    })
    void includesTheShareOfTheDays(String from, String to, String used, String included, String due) {
        Charged.Usage part = new Charged.Usage(
                "transitos",
                new BigDecimal(used),
                new BigDecimal(included),
                perUnit("1"),
                period(from, to),
                JUNE,
                false);
        assertThat(draft(part).total()).isEqualTo(usd(due));
    }

    @ParameterizedTest
    @CsvSource({
        // what is held beyond the included costs its share of the days
        "2026-06-01, 2026-07-01, 1000, 1000, 0.00", "2026-06-01, 2026-06-16, 1000, 1000, 0.00",
        "2026-06-30, 2026-07-01, 1000, 1000, 0.00", "2026-06-01, 2026-07-01, 1030, 1000, 30.00",
        "2026-06-01, 2026-06-11, 1030, 1000, 10.00", "2026-06-11, 2026-07-01, 1030, 1000, 20.00",
        "2026-06-30, 2026-07-01, 1001, 1000, 0.03", "2026-06-01, 2026-06-16, 500, 1000, 0.00",
    })
    void whatIsHeldCostsTheShareOfTheDays(String from, String to, String used, String included, String due) {
        Charged.Usage part = held(used, included, perUnit("1"), period(from, to));
        assertThat(draft(part).total()).isEqualTo(usd(due));
    }

    @Test
    void theStepsOfWhatIsHeldComeToItsAmount() {
        DraftLine line = draft(held("1250", "1000", packages("100", "9"), period("2026-06-01", "2026-06-11")))
                .lines()
                .get(0);
        // three packages for a third of the month
        assertThat(line.amount()).isEqualTo(usd("9.00"));
        assertThat(line.quantity()).isEqualByComparingTo("83.333333250");
        assertThat(line.steps()).singleElement().satisfies(step -> {
            assertThat(step.unitPrice()).isEqualByComparingTo("9");
            assertThat(step.quantity()).isEqualByComparingTo("0.999999999");
        });
    }

    private static Charged.Usage held(String used, String included, Charge charge, Period period) {
        return new Charged.Usage(
                "precintos", new BigDecimal(used), new BigDecimal(included), charge, period, JUNE, true);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01, 2026-08-01, 31.00, 31.00", "2026-07-01, 2026-07-02, 31.00, 1.00",
        "2026-07-31, 2026-08-01, 31.00, 1.00", "2026-07-11, 2026-08-01, 31.00, 21.00",
        "2026-07-01, 2026-07-16, 49.00, 23.71", "2026-07-16, 2026-08-01, 49.00, 25.29",
        "2026-07-15, 2026-07-16, 0.01, 0.00",
    })
    void billsThePartOfACycle(String from, String to, String price, String due) {
        Charged part = new Charged.Base("Starter", usd(price), period(from, to), JULY);
        assertThat(draft(part).total()).isEqualTo(usd(due));
    }

    @ParameterizedTest
    @CsvSource({
        // price before, paid for it, price after, from, taken back, due
        "31.00, 31.00, 62.00, 2026-07-11, -21.00, 42.00",
        "31.00, 31.00, 62.00, 2026-07-01, -31.00, 62.00",
        "31.00, 10.00, 62.00, 2026-07-11, -10.00, 42.00",
        "31.00, 31.00, 62.00, 2026-07-31, -1.00, 2.00",
        "49.00, 49.00, 199.00, 2026-07-16, -25.29, 102.71",
    })
    void aChangeTakesBackTheUnusedDays(String before, String paid, String after, String from, String back, String due) {
        Period rest = period(from, "2026-08-01");
        Charged change = new Charged.Change("A", usd(before), usd(paid), "B", usd(after), rest, JULY);
        InvoiceDraft draft = draft(change);
        assertThat(lines(draft)).containsExactly("proration " + back, "proration " + due);
        assertThat(draft.lines()).extracting(DraftLine::period).containsOnly(rest);
        assertThat(draft.carried()).isEqualTo(usd("0.00"));
    }

    @Test
    void whatIsGivenBackIsNotDiscountedAgain() {
        Period rest = period("2026-07-17", "2026-08-01");
        Charged change = new Charged.Change("A", usd("55.80"), usd("55.80"), "B", usd("62.00"), rest, JULY);
        InvoiceDraft draft = draft(List.of(change), "0.00", List.of(percent("10")), Taxation.NONE, "0.00");
        // nine tenths of 62 were paid, and of 62 are due
        assertThat(lines(draft)).containsExactly("proration -27.00", "proration 30.00", "adjustment -3.00");
        assertThat(draft.total()).isEqualTo(usd("0.00"));
    }

    @Test
    void aFreePlanLeavesNoLine() {
        Charged change = new Charged.Change("A", usd("0.00"), usd("0.00"), "B", usd("31.00"), JULY, JULY);
        assertThat(lines(draft(change))).containsExactly("proration 31.00");
    }

    @Test
    void lessThanNothingIsCarriedToTheCreditWithItsTax() {
        Charged change = new Charged.Change("B", usd("62.00"), usd("62.00"), "A", usd("31.00"), JULY, JULY);
        InvoiceDraft draft = draft(List.of(change), "0.00", List.of(), taxes(false, "21"), "5.00");

        assertThat(lines(draft)).containsExactly("proration -62.00", "proration 31.00", "credit 31.00");
        assertThat(draft.total()).isEqualTo(usd("0.00"));
        assertThat(draft.creditApplied()).isEqualTo(usd("0.00"));
        assertThat(draft.carried()).isEqualTo(usd("37.51"));
    }

    @Test
    void anInvoiceThatOnlyCarriesIsEmpty() {
        Charged change = new Charged.Change("B", usd("62.00"), usd("62.00"), "Free", usd("0.00"), JULY, JULY);
        assertThat(draft(change).isEmpty()).isTrue();
        assertThat(draft().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"5000, 6000, 50.00", "900, 950, ''", "900, 1100, 5.00", "1500, 1500, ''", "0, 1000.5, 0.03"})
    void lateUsageIsPricedAgainstWhatWasBilled(String billed, String now, String due) {
        Charged late = new Charged.Late(usage(billed, "1000", perUnit("0.05")), usage(now, "1000", perUnit("0.05")));
        assertThat(lines(draft(late))).isEqualTo(due.isEmpty() ? List.of() : List.of("adjustment " + due));
    }

    @Test
    void aLatePackageThatWasPaidForCostsNothing() {
        Charged late = new Charged.Late(
                usage("1001", "1000", packages("100", "10")), usage("1100", "1000", packages("100", "10")));
        assertThat(lines(draft(late))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"50.00, 31.00, 19.00", "31.00, 31.00, ''", "30.99, 31.00, ''", "0.00, 31.00, ''", "31.01, 31.00, 0.01"})
    void comesToTheMinimum(String minimum, String price, String added) {
        InvoiceDraft draft = draft(List.of(base(price)), minimum, List.of(), Taxation.NONE, "0.00");
        assertThat(lines(draft))
                .isEqualTo(
                        added.isEmpty() ? List.of("base " + price) : List.of("base " + price, "adjustment " + added));
    }

    @Test
    void eachDiscountIsTakenOffWhatIsLeft() {
        InvoiceDraft draft = draft(
                List.of(base("100.00")),
                "0.00",
                List.of(percent("10"), fixed("5.00"), percent("50")),
                Taxation.NONE,
                "0.00");
        assertThat(lines(draft))
                .containsExactly("base 100.00", "adjustment -10.00", "adjustment -5.00", "adjustment -42.50");
        assertThat(draft.total()).isEqualTo(usd("42.50"));
        assertThat(draft.discounts()).hasSize(3);
    }

    @Test
    void discountsTakeNoMoreThanThereIs() {
        Discount unused = percent("10");
        InvoiceDraft draft =
                draft(List.of(base("100.00")), "0.00", List.of(fixed("150.00"), unused), Taxation.NONE, "0.00");
        assertThat(lines(draft)).containsExactly("base 100.00", "adjustment -100.00");
        assertThat(draft.discounts()).doesNotContain(unused.id()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        // price, discount %, rate, inclusive, net, tax, total
        "100.00, 0, 21, false, 100.00, 21.00, 121.00",
        "100.00, 10, 21, false, 90.00, 18.90, 108.90",
        "0.02, 0, 21, false, 0.02, 0.00, 0.02",
        "0.03, 0, 21, false, 0.03, 0.01, 0.04",
        "121.00, 0, 21, true, 100.00, 21.00, 121.00",
        "100.00, 0, 21, true, 82.64, 17.36, 100.00",
        "100.00, 50, 21, true, 41.32, 8.68, 50.00",
        "100.00, 0, 0, false, 100.00, 0.00, 100.00",
        "100.00, 0, 0, true, 100.00, 0.00, 100.00",
    })
    void taxesTheRoundedSum(
            String price, String off, String rate, boolean inclusive, String net, String tax, String total) {
        List<Discount> discounts = off.equals("0") ? List.of() : List.of(percent(off));
        InvoiceDraft draft = draft(List.of(base(price)), "0.00", discounts, taxes(inclusive, rate), "0.00");
        assertThat(draft.subtotal()).isEqualTo(usd(net));
        assertThat(draft.tax()).isEqualTo(usd(tax));
        assertThat(draft.total()).isEqualTo(usd(total));
        assertThat(InvoiceCalculator.sum(draft.lines(), usd("0.00"))).isEqualTo(usd(net));
    }

    @Test
    void severalTaxesAreDueOnTheSameSum() {
        InvoiceDraft added = draft(List.of(base("100.00")), "0.00", List.of(), taxes(false, "5", "9.975"), "0.00");
        assertThat(added.taxes()).extracting(TaxGroup::tax).containsExactly(usd("5.00"), usd("9.98"));
        assertThat(added.taxes()).extracting(TaxGroup::net).containsOnly(usd("100.00"));
        assertThat(added.total()).isEqualTo(usd("114.98"));

        InvoiceDraft within = draft(List.of(base("100.00")), "0.00", List.of(), taxes(true, "5", "9.975"), "0.00");
        assertThat(within.taxes()).extracting(TaxGroup::tax).containsExactly(usd("4.35"), usd("8.67"));
        assertThat(within.total()).isEqualTo(usd("100.00"));
    }

    @Test
    void onlyTheStandardTreatmentHasRates() {
        List<Taxation.Rate> rates = List.of(new Taxation.Rate("IVA", BigDecimal.TEN));
        assertThatThrownBy(() -> new Taxation(Taxation.Treatment.REVERSE_CHARGE, false, rates))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0.00, 0.00, 121.00", "21.00, 21.00, 100.00", "121.00, 121.00, 0.00", "500.00, 121.00, 0.00"})
    void creditPaysTheTotal(String balance, String applied, String due) {
        InvoiceDraft draft = draft(List.of(base("100.00")), "0.00", List.of(), taxes(false, "21"), balance);
        assertThat(draft.creditApplied()).isEqualTo(usd(applied));
        assertThat(draft.amountDue()).isEqualTo(usd(due));
        assertThat(draft.total()).isEqualTo(usd("121.00"));
    }

    @ParameterizedTest
    @CsvSource({
        // 0, 2 and 3 decimals: 10 days of a month of 30, then 10 % tax
        "JPY, 1000, 333, 33, 366", "USD, 10.00, 3.33, 0.33, 3.66", "KWD, 1.000, 0.333, 0.033, 0.366",
        "JPY, 1, 0, 0, 0", "KWD, 0.005, 0.002, 0.000, 0.002", "CLP, 49990, 16663, 1666, 18329",
    })
    void roundsToTheDecimalsOfTheCurrency(String code, String price, String net, String tax, String total) {
        Currency currency = Currency.getInstance(code);
        Charged part = new Charged.Base("A", Money.of(price, code), period("2026-06-01", "2026-06-11"), JUNE);
        InvoiceDraft draft = InvoiceCalculator.draft(new InvoiceBasis(
                currency, List.of(part), Money.zero(currency), List.of(), taxes(false, "10"), Money.zero(currency)));
        assertThat(draft.subtotal()).isEqualTo(Money.of(net, code));
        assertThat(draft.tax()).isEqualTo(Money.of(tax, code));
        assertThat(draft.total()).isEqualTo(Money.of(total, code));
    }

    @Test
    void refusesAnotherCurrency() {
        Charged euros = new Charged.Base("A", Money.of("1.00", "EUR"), JULY, JULY);
        assertThatThrownBy(() -> draft(base("1.00"), euros)).isInstanceOf(IllegalArgumentException.class);
    }
}
