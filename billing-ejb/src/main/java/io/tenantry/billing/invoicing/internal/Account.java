package io.tenantry.billing.invoicing.internal;

import io.tenantry.billing.invoicing.Discount;
import io.tenantry.billing.invoicing.Taxation;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * To whom an invoice is addressed, how it is taxed, and what is taken off it, on a certain day.
 *
 * @param tenant whose it is
 * @param buyer JSON, as it will stand on the invoice
 * @param currency of discounts and credit; others cannot be used now
 * @param grants in the order in which they are used up: what expires first, then what is oldest
 */
public record Account(
        UUID tenant, String buyer, Currency currency, Taxation taxation, List<Discount> discounts, List<Grant> grants) {

    private static final List<String> BUYER =
            List.of("name", "street", "postalCode", "city", "region", "country", "email", "taxId");

    /** @param day on which the invoice is issued */
    public static Account of(Row row, Currency currency, LocalDate day) {
        return new Account(
                row.id("tenant"),
                buyer(row),
                currency,
                taxation(row),
                row.rows("discounts").stream()
                        .filter(discount -> discount.has("percent") || isIn(currency, discount))
                        .map(discount -> discount(discount, currency))
                        .toList(),
                row.rows("grants").stream()
                        .filter(grant -> isIn(currency, grant))
                        .filter(grant ->
                                !grant.has("expires") || grant.day("expires").isAfter(day))
                        .map(grant -> new Grant(grant.id("id"), Rounding.toMoney(grant.decimal("remaining"), currency)))
                        .toList());
    }

    public Money credit() {
        return grants.stream().map(Grant::remaining).reduce(Money.zero(currency), Money::plus);
    }

    private static boolean isIn(Currency currency, Row row) {
        return currency.getCurrencyCode().equals(row.text("currency"));
    }

    private static Discount discount(Row row, Currency currency) {
        return row.has("percent")
                ? new Discount.Percentage(row.id("id"), row.text("name"), row.decimal("percent"))
                : new Discount.Fixed(row.id("id"), row.text("name"), Rounding.toMoney(row.decimal("amount"), currency));
    }

    private static Taxation taxation(Row row) {
        Row profile = row.row("profile");
        if (profile == null) {
            return Taxation.NONE;
        }
        Taxation.Treatment treatment = Taxation.Treatment.of(profile.text("treatment"));
        List<Taxation.Rate> rates = treatment == Taxation.Treatment.STANDARD
                ? row.rows("rates").stream()
                        .map(rate -> new Taxation.Rate(rate.text("name"), percent(rate.decimal("percent"))))
                        .toList()
                : List.of();
        return new Taxation(treatment, profile.is("inclusive"), rates);
    }

    /** 21 and not 21.0000: it is shown. */
    private static BigDecimal percent(BigDecimal stored) {
        BigDecimal plain = stored.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static String buyer(Row row) {
        Row profile = row.row("profile");
        Map<String, Object> members = new TreeMap<>();
        members.put("name", row.text("name"));
        if (profile != null) {
            BUYER.stream()
                    .filter(member ->
                            profile.has(member) && !profile.text(member).isEmpty())
                    .forEach(member -> members.put(member, profile.text(member)));
        }
        return JsonText.of(members);
    }
}
