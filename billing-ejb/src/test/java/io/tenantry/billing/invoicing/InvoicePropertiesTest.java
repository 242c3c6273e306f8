package io.tenantry.billing.invoicing;

import static io.tenantry.billing.invoicing.Invoices.JULY;
import static io.tenantry.billing.invoicing.Invoices.JUNE;
import static io.tenantry.billing.invoicing.Invoices.USD;
import static io.tenantry.billing.invoicing.Invoices.perUnit;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.billing.pricing.Charge;
import io.tenantry.billing.pricing.Graduated;
import io.tenantry.billing.pricing.PackagePrice;
import io.tenantry.billing.pricing.PerUnit;
import io.tenantry.billing.pricing.Tier;
import io.tenantry.billing.subscription.Period;
import io.tenantry.platform.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every invoice. */
class InvoicePropertiesTest {

    @Property
    void itsPartsComeToTheWhole(@ForAll("bases") InvoiceBasis basis) {
        InvoiceDraft draft = InvoiceCalculator.draft(basis);
        Money zero = Money.zero(USD);

        assertThat(InvoiceCalculator.sum(draft.lines(), zero)).isEqualTo(draft.subtotal());
        assertThat(draft.taxes().stream().map(TaxGroup::tax).reduce(zero, Money::plus))
                .isEqualTo(draft.tax());
        assertThat(draft.subtotal().plus(draft.tax())).isEqualTo(draft.total());
        assertThat(draft.total().isNegative()).isFalse();
        assertThat(draft.creditApplied()).isBetween(zero, basis.credit()).isLessThanOrEqualTo(draft.total());
        assertThat(draft.amountDue().isNegative()).isFalse();
        assertThat(draft.carried().isNegative()).isFalse();
    }

    @Property
    void theSameBasisComesToTheSameInvoice(@ForAll("bases") InvoiceBasis basis) {
        assertThat(InvoiceCalculator.draft(basis)).isEqualTo(InvoiceCalculator.draft(basis));
    }

    @Property
    void moreUsageNeverCostsLess(
            @ForAll("rising") Charge charge,
            @ForAll @IntRange(max = 100_000) int used,
            @ForAll @IntRange(max = 1_000) int more) {
        assertThat(due(charge, used + more)).isGreaterThanOrEqualTo(due(charge, used));
    }

    @Property
    void lateUsageComesToWhatTheWholeWouldHaveCost(
            @ForAll("rising") Charge charge,
            @ForAll @IntRange(max = 100_000) int first,
            @ForAll @IntRange(max = 10_000) int second,
            @ForAll @IntRange(max = 10_000) int third) {
        Money parts = due(charge, first)
                .plus(late(charge, first, first + second))
                .plus(late(charge, first + second, first + second + third));
        assertThat(parts).isEqualTo(due(charge, first + second + third));
    }

    @Property
    void thePartsOfACycleIncludeNoMoreAndNoLess(
            @ForAll @IntRange(min = 1, max = 29) int day, @ForAll @IntRange(max = 1_000_000) int included) {
        BigDecimal before = share(new Period(JUNE.start(), JUNE.start().plusDays(day)), included);
        BigDecimal after = share(new Period(JUNE.start().plusDays(day), JUNE.end()), included);
        BigDecimal unit = BigDecimal.valueOf(included).movePointLeft(9);
        assertThat(before.add(after).subtract(BigDecimal.valueOf(included)).abs())
                .isLessThanOrEqualTo(unit);
    }

    @Property
    void aChangeAndBackCostsNothingButRounding(
            @ForAll @IntRange(max = 100_000) int cents,
            @ForAll @IntRange(max = 100_000) int other,
            @ForAll @IntRange(max = 30) int day) {
        Period rest = new Period(JULY.start().plusDays(day), JULY.end());
        Money there = change(cents, other, rest);
        Money back = change(other, cents, rest);
        assertThat(there.plus(back)).isEqualTo(Money.zero(USD));
    }

    @Property
    void allocationsAddUpAndStayNearTheirWeight(
            @ForAll("weights") List<BigDecimal> weights,
            @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int cents) {
        Money amount = money(cents);
        List<Money> parts = Allocation.of(amount, weights);
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(parts.stream().reduce(Money.zero(USD), Money::plus))
                .isEqualTo(sum.signum() == 0 ? Money.zero(USD) : amount);
        if (sum.signum() != 0) {
            for (int i = 0; i < parts.size(); i++) {
                BigDecimal exact = amount.amount().multiply(weights.get(i));
                BigDecimal off =
                        parts.get(i).amount().multiply(sum).subtract(exact).abs();
                assertThat(off).isLessThanOrEqualTo(sum.abs().movePointLeft(2));
            }
        }
    }

    @Provide
    Arbitrary<List<BigDecimal>> weights() {
        return Arbitraries.integers()
                .between(-10, 1_000)
                .map(BigDecimal::valueOf)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<Charge> rising() {
        Arbitrary<BigDecimal> prices = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.TEN)
                .ofScale(4);
        Arbitrary<Integer> sizes = Arbitraries.integers().between(1, 5_000);
        return Arbitraries.oneOf(
                prices.map(PerUnit::new),
                Combinators.combine(sizes, prices)
                        .as((size, price) -> new PackagePrice(BigDecimal.valueOf(size), price)),
                Combinators.combine(sizes, prices, prices, prices, prices)
                        .as((limit, first, flat, second, last) -> new Graduated(List.of(
                                new Tier(BigDecimal.valueOf(limit), first, flat),
                                new Tier(BigDecimal.valueOf(limit * 2L), second, last),
                                new Tier(null, last, first)))));
    }

    @Provide
    Arbitrary<InvoiceBasis> bases() {
        Arbitrary<Charged> usage = Combinators.combine(rising(), quantities(), quantities())
                .as((charge, used, included) -> usage(charge, used, included));
        Arbitrary<Charged> base = cents(1_000_000).map(price -> new Charged.Base("A", price, JULY, JULY));
        Arbitrary<Charged> change = Combinators.combine(cents(100_000), cents(100_000), cents(100_000))
                .as((before, paid, after) -> new Charged.Change("A", before, paid, "B", after, JULY, JULY));
        Arbitrary<Discount> discount = Arbitraries.oneOf(
                cents(50_000)
                        .filter(money -> !money.isZero())
                        .map(money -> new Discount.Fixed(UUID.randomUUID(), "a", money)),
                Arbitraries.integers()
                        .between(1, 100)
                        .map(percent -> new Discount.Percentage(UUID.randomUUID(), "b", BigDecimal.valueOf(percent))));
        Arbitrary<Taxation> taxation = Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 2_500).list().ofMaxSize(3))
                .as(InvoicePropertiesTest::taxation);
        return Combinators.combine(
                        Arbitraries.oneOf(usage, base, change).list().ofMaxSize(6),
                        cents(100_000),
                        discount.list().ofMaxSize(3),
                        taxation,
                        cents(1_000_000))
                .as((charged, minimum, discounts, taxes, credit) ->
                        new InvoiceBasis(USD, charged, minimum, discounts, taxes, credit));
    }

    private static Arbitrary<Money> cents(int most) {
        return Arbitraries.integers().between(0, most).map(InvoicePropertiesTest::money);
    }

    private static Arbitrary<Integer> quantities() {
        return Arbitraries.integers().between(0, 100_000);
    }

    private static Taxation taxation(boolean inclusive, List<Integer> rates) {
        List<Taxation.Rate> all = new ArrayList<>();
        rates.forEach(rate -> all.add(new Taxation.Rate("T", BigDecimal.valueOf(rate, 2))));
        return new Taxation(Taxation.Treatment.STANDARD, inclusive, all);
    }

    private static Charged.Usage usage(Charge charge, int used, int included) {
        return new Charged.Usage(
                "alertas", BigDecimal.valueOf(used), BigDecimal.valueOf(included), charge, JUNE, JUNE, false);
    }

    private static Money due(Charge charge, int used) {
        return Invoices.draft(usage(charge, used, 100)).total();
    }

    private static Money late(Charge charge, int billed, int now) {
        return Invoices.draft(new Charged.Late(usage(charge, billed, 100), usage(charge, now, 100)))
                .total();
    }

    private static BigDecimal share(Period part, int included) {
        return new Charged.Usage(
                        "alertas", BigDecimal.ZERO, BigDecimal.valueOf(included), perUnit("1"), part, JUNE, false)
                .share();
    }

    private static Money change(int before, int after, Period rest) {
        Charged change = new Charged.Change("A", money(before), money(before), "B", money(after), rest, JULY);
        return change.lines(USD).stream().map(DraftLine::amount).reduce(Money.zero(USD), Money::plus);
    }

    private static Money money(int cents) {
        return new Money(BigDecimal.valueOf(cents, 2), USD);
    }
}
