package io.tenantry.billing.document.internal;

import io.tenantry.billing.document.Party;
import io.tenantry.billing.invoicing.Description;
import io.tenantry.billing.pricing.PricedLine;
import io.tenantry.billing.subscription.Period;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.text.Texts;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Puts what a document says into words and figures of a language. */
final class Words {

    /** Prices have up to 24 decimals; the first that differ from zero matter. */
    private static final int PRICE_DECIMALS = 12;

    private final Locale language;

    Words(Locale language) {
        this.language = language;
    }

    String text(String key, Object... arguments) {
        return Texts.resolve(Text.of("billing.document." + key, arguments), language);
    }

    String line(Description description) {
        return description.in(language);
    }

    String step(PricedLine step) {
        return Texts.resolve(
                new Text(step.text().messageKey(), List.copyOf(step.text().arguments())), language);
    }

    String money(Money money) {
        return price(money.amount(), money.currency());
    }

    /** A price of one unit, with the decimals it has, at least those of its currency. */
    String price(BigDecimal price, Currency currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(language);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(PRICE_DECIMALS);
        return format.format(price);
    }

    String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMaximumFractionDigits(PRICE_DECIMALS);
        return format.format(number);
    }

    String percent(BigDecimal percent) {
        return number(percent) + "\u00a0%";
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(day);
    }

    /** From the first to the last day. */
    String days(Period period) {
        DateTimeFormatter format =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language);
        return format.format(period.start()) + " – "
                + format.format(period.end().minusDays(1));
    }

    /** An address, one line after the other. */
    List<String> address(Party party) {
        String town = Stream.of(party.postalCode(), party.city())
                .filter(part -> !part.isBlank())
                .reduce((code, city) -> code + " " + city)
                .orElse("");
        String country = party.country().isEmpty()
                ? ""
                : new Locale.Builder().setRegion(party.country()).build().getDisplayCountry(language);
        return Stream.of(party.street(), town, party.region(), country, party.email())
                .filter(part -> !part.isBlank())
                .toList();
    }
}
