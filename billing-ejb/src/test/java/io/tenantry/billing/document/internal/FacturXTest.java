package io.tenantry.billing.document.internal;

import static io.tenantry.billing.document.internal.Samples.BUYER;
import static io.tenantry.billing.document.internal.Samples.SELLER;
import static io.tenantry.billing.document.internal.Samples.content;
import static io.tenantry.billing.document.internal.Samples.usualLines;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.billing.document.InvoiceContent;
import io.tenantry.billing.document.Party;
import io.tenantry.billing.invoicing.TaxGroup;
import io.tenantry.billing.invoicing.Taxation.Treatment;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FacturXTest {

    private static final Party UNREGISTERED = new Party("Maker", "", "", "", "", "US", "", "");
    private static final Party AMERICAN = new Party("Buyer Inc", "", "", "", "", "US", "12-3456789", "");

    @Test
    void keepsTheRulesAndSaysTheAmounts() {
        String xml = valid(Samples.usual());

        assertThat(xml)
                .contains("<ram:TypeCode>380</ram:TypeCode>")
                .contains("<ram:CategoryCode>S</ram:CategoryCode>")
                .contains("<ram:TaxBasisTotalAmount>151.65</ram:TaxBasisTotalAmount>")
                .contains("<ram:TaxTotalAmount currencyID=\"EUR\">31.85</ram:TaxTotalAmount>")
                .contains("<ram:GrandTotalAmount>183.50</ram:GrandTotalAmount>")
                .contains("<ram:DuePayableAmount>163.50</ram:DuePayableAmount>")
                // something given back: never a negative price
                .contains("<ram:ChargeAmount>16.85</ram:ChargeAmount>", "unitCode=\"C62\">-1<")
                // the last day, not the day after
                .contains("format=\"102\">20261031<");
    }

    @Test
    void aCreditNoteNamesTheInvoice() {
        assertThat(valid(Samples.creditNote()))
                .contains("<ram:TypeCode>381</ram:TypeCode>", "<ram:IssuerAssignedID>INV-1042</ram:IssuerAssignedID>");
    }

    @ParameterizedTest
    @EnumSource(
            value = Treatment.class,
            names = {"REVERSE_CHARGE", "EXEMPT"})
    void saysWhyThereIsNoTax(Treatment treatment) {
        String xml = valid(content(SELLER, BUYER, treatment, "0", "EUR", usualLines("EUR")));

        assertThat(xml)
                .contains(
                        treatment == Treatment.EXEMPT
                                ? "<ram:CategoryCode>E</ram:CategoryCode>"
                                : "<ram:CategoryCode>AE</ram:CategoryCode>")
                .contains("<ram:ExemptionReason>");
    }

    @Test
    void withoutTaxItIsZeroRatedOrOutsideOfTax() {
        assertThat(valid(content(SELLER, BUYER, Treatment.STANDARD, "0", "EUR", usualLines("EUR"))))
                .contains("<ram:CategoryCode>Z</ram:CategoryCode>");
        assertThat(valid(content(UNREGISTERED, AMERICAN, Treatment.STANDARD, "0", "USD", usualLines("USD"))))
                .contains("<ram:CategoryCode>O</ram:CategoryCode>");
    }

    @Test
    void aBuyerMayHaveNoVatId() {
        valid(content(SELLER, AMERICAN, Treatment.STANDARD, "21", "EUR", usualLines("EUR")));
    }

    @Test
    void severalTaxesOnOneSumAreOneRate() {
        InvoiceContent one = content(SELLER, BUYER, Treatment.STANDARD, "12", "EUR", usualLines("EUR"));
        InvoiceContent two = new InvoiceContent(
                one.number(),
                false,
                null,
                one.issuedOn(),
                one.dueOn(),
                one.period(),
                one.seller(),
                one.buyer(),
                one.treatment(),
                one.lines(),
                List.of(
                        new TaxGroup("A", new BigDecimal("5"), one.subtotal(), Samples.money("7.58", "EUR")),
                        new TaxGroup("B", new BigDecimal("7"), one.subtotal(), Samples.money("10.62", "EUR"))),
                one.subtotal(),
                Samples.money("18.20", "EUR"),
                one.total(),
                one.creditApplied());

        assertThat(valid(two)).contains("<ram:RateApplicablePercent>12</ram:RateApplicablePercent>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPY", "USD", "MXN"})
    void knowsCurrenciesWithUpToTwoDecimals(String currency) {
        valid(content(SELLER, BUYER, Treatment.STANDARD, "16", currency, usualLines(currency)));
    }

    @Test
    void hasNoWayToSayThreeDecimals() {
        assertThat(FacturX.xml(
                        content(SELLER, BUYER, Treatment.STANDARD, "5", "KWD", usualLines("KWD")), Locale.ENGLISH))
                .isEmpty();
    }

    @Test
    void thereIsNoneWhereTheStandardRequiresMore() {
        Party nowhere = new Party("Somebody", "", "", "", "", "", "", "");
        Party unregistered = new Party("Somebody", "", "", "", "", "ES", "", "");

        assertThat(none(nowhere, BUYER, Treatment.STANDARD, "0")).isEmpty();
        assertThat(none(SELLER, nowhere, Treatment.STANDARD, "0")).isEmpty();
        assertThat(none(unregistered, BUYER, Treatment.STANDARD, "21")).isEmpty();
        assertThat(none(SELLER, unregistered, Treatment.REVERSE_CHARGE, "0")).isEmpty();
    }

    private static Optional<byte[]> none(Party seller, Party buyer, Treatment treatment, String percent) {
        return FacturX.xml(content(seller, buyer, treatment, percent, "EUR", usualLines("EUR")), Locale.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>&amp;]]>\"'", "a\u0000b\u0008c\ud800d", "שלום 🚚", "{{number}}"})
    void textsStayTexts(String name) {
        assertThat(valid(Samples.named(name))).doesNotContain("<b>");
    }

    @Test
    void theRulesAreLookedAt() {
        String xml = valid(Samples.usual()).replace("<ram:GrandTotalAmount>183.50<", "<ram:GrandTotalAmount>183.51<");

        assertThat(En16931.broken(xml.getBytes(StandardCharsets.UTF_8))).anyMatch(rule -> rule.contains("BR-CO-15"));
    }

    private static String valid(InvoiceContent content) {
        byte[] xml = FacturX.xml(content, Locale.ENGLISH).orElseThrow();
        assertThat(En16931.broken(xml)).isEmpty();
        return new String(xml, StandardCharsets.UTF_8);
    }
}
