package io.tenantry.billing.invoicing;

import io.tenantry.billing.pricing.Charge;
import io.tenantry.billing.pricing.PackagePrice;
import io.tenantry.billing.pricing.PerUnit;
import io.tenantry.billing.subscription.Period;
import io.tenantry.platform.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** What invoices are made of, in short. */
final class Invoices {

    static final Currency USD = Currency.getInstance("USD");
    static final Period JUNE = period("2026-06-01", "2026-07-01");
    static final Period JULY = period("2026-07-01", "2026-08-01");

    private Invoices() {}

    static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    static Period period(String start, String end) {
        return new Period(LocalDate.parse(start), LocalDate.parse(end));
    }

    static Charged.Base base(String price) {
        return new Charged.Base("Professional", usd(price), JULY, JULY);
    }

    static Charged.Usage usage(String used, String included, Charge charge) {
        return new Charged.Usage(
                "precintos", new BigDecimal(used), new BigDecimal(included), charge, JUNE, JUNE, false);
    }

    static Charge perUnit(String price) {
        return new PerUnit(new BigDecimal(price));
    }

    static Charge packages(String size, String price) {
        return new PackagePrice(new BigDecimal(size), new BigDecimal(price));
    }

    static Discount percent(String percent) {
        return new Discount.Percentage(UUID.randomUUID(), "a", new BigDecimal(percent));
    }

    static Discount fixed(String amount) {
        return new Discount.Fixed(UUID.randomUUID(), "b", usd(amount));
    }

    static Taxation taxes(boolean inclusive, String... percents) {
        return new Taxation(
                Taxation.Treatment.STANDARD,
                inclusive,
                List.of(percents).stream()
                        .map(percent -> new Taxation.Rate("IVA " + percent, new BigDecimal(percent)))
                        .toList());
    }

    static InvoiceDraft draft(
            List<Charged> charged, String minimum, List<Discount> discounts, Taxation taxation, String credit) {
        return InvoiceCalculator.draft(new InvoiceBasis(USD, charged, usd(minimum), discounts, taxation, usd(credit)));
    }

    static InvoiceDraft draft(Charged... charged) {
        return draft(List.of(charged), "0.00", List.of(), Taxation.NONE, "0.00");
    }

    /** As {@code kind amount}. */
    static List<String> lines(InvoiceDraft draft) {
        return draft.lines().stream()
                .map(line -> line.kind().code() + " " + line.amount().text())
                .toList();
    }
}
