package io.tenantry.billing.document.internal;

import io.tenantry.billing.document.Brand;
import io.tenantry.billing.document.ContentLine;
import io.tenantry.billing.document.InvoiceContent;
import io.tenantry.billing.document.Party;
import io.tenantry.billing.invoicing.Description;
import io.tenantry.billing.invoicing.TaxGroup;
import io.tenantry.billing.invoicing.Taxation.Treatment;
import io.tenantry.billing.pricing.LineText;
import io.tenantry.billing.pricing.PricedLine;
import io.tenantry.billing.subscription.Period;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.money.Rounding;
import io.tenantry.tenant.branding.Color;
import io.tenantry.tenant.branding.PublicImage;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Invoices to make documents of. */
final class Samples {

    static final Party SELLER = new Party(
            "Tenantry SL", "Calle Mayor 1", "28013", "Madrid", "", "ES", "ESB12345674", "billing@tenantry.test");
    static final Party BUYER = new Party(
            "Acme Logística SA",
            "Avenida de la Ilustración 7",
            "08001",
            "Barcelona",
            "Cataluña",
            "ES",
            "ESA58818501",
            "");
    static final Brand PLAIN = brand("#14524a", Optional.empty());

    private static final Period MONTH = new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1));
    private static final Period NEXT = new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1));

    private Samples() {}

    static Brand brand(String color, Optional<PublicImage> logo) {
        return new Brand("Acme", Color.parse(color).orElseThrow(), logo);
    }

    /** A picture with something to see in it. */
    static PublicImage logo(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new java.awt.Color(0x7a, 0x1f, 0x5c));
        graphics.fillOval(0, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PublicImage("image/png", bytes.toByteArray(), "hash");
    }

    /** Overage by tiers, base, discount; 21 % tax; some credit. */
    static InvoiceContent usual() {
        return content(SELLER, BUYER, Treatment.STANDARD, "21", "EUR", usualLines("EUR"));
    }

    static List<ContentLine> usualLines(String currency) {
        return List.of(
                new ContentLine(
                        described("overage", "apiCalls"),
                        new BigDecimal("1250"),
                        null,
                        money("57.50", currency),
                        MONTH,
                        List.of(step("first", "1000", "0.05", "0", "1000"), step("last", "250", "0.03", "0", "1000"))),
                new ContentLine(
                        described("overage", "users"),
                        new BigDecimal("3"),
                        new BigDecimal("4.00"),
                        money("12", currency),
                        MONTH,
                        List.of()),
                priced("base", "Professional", "99", currency, NEXT),
                priced("discount", "Bienvenida 10 %", "-16.85", currency, null));
    }

    private static PricedLine step(String place, String quantity, String price, String flat, String limit) {
        return new PricedLine(
                new LineText("billing.pricing.line.graduated." + place, List.of(new BigDecimal(limit))),
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(flat));
    }

    static ContentLine priced(String key, String argument, String amount, String currency, Period period) {
        return new ContentLine(described(key, argument), null, null, money(amount, currency), period, List.of());
    }

    static Description described(String key, String argument) {
        return new Description("billing.invoice.line." + key, List.of(argument));
    }

    static InvoiceContent ofLines(int lines) {
        List<ContentLine> many = new ArrayList<>();
        for (int i = 1; i <= lines; i++) {
            many.add(priced("base", "Number " + i + ".", "1.25", "EUR", MONTH));
        }
        return content(SELLER, BUYER, Treatment.STANDARD, "21", "EUR", many);
    }

    static InvoiceContent named(String buyer) {
        Party party = new Party(buyer, buyer, "", buyer, "", "ES", "ESA58818501", "");
        return content(
                SELLER, party, Treatment.STANDARD, "21", "EUR", List.of(priced("base", buyer, "10", "EUR", MONTH)));
    }

    static InvoiceContent content(
            Party seller, Party buyer, Treatment treatment, String percent, String currency, List<ContentLine> lines) {
        Money zero = Money.zero(Currency.getInstance(currency));
        Money net = lines.stream().map(ContentLine::amount).reduce(zero, Money::plus);
        Money tax =
                Rounding.toMoney(net.amount().multiply(new BigDecimal(percent)).movePointLeft(2), net.currency());
        List<TaxGroup> taxes =
                tax.isZero() ? List.of() : List.of(new TaxGroup("IVA", new BigDecimal(percent), net, tax));
        return new InvoiceContent(
                "INV-1042",
                false,
                null,
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 15),
                NEXT,
                seller,
                buyer,
                treatment,
                lines,
                taxes,
                net,
                tax,
                net.plus(tax),
                money(net.amount().compareTo(new BigDecimal("20")) > 0 ? "20" : "0", currency));
    }

    static InvoiceContent creditNote() {
        InvoiceContent of = usual();
        return new InvoiceContent(
                "CN-7",
                true,
                "INV-1042",
                LocalDate.of(2026, 11, 3),
                null,
                of.period(),
                of.seller(),
                of.buyer(),
                of.treatment(),
                of.lines(),
                of.taxes(),
                of.subtotal(),
                of.tax(),
                of.total(),
                Money.zero(of.currency()));
    }

    static Money money(String amount, String currency) {
        return Rounding.toMoney(new BigDecimal(amount), Currency.getInstance(currency));
    }
}
