package io.tenantry.billing.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.billing.document.Brand;
import io.tenantry.billing.document.InvoiceContent;
import io.tenantry.billing.invoicing.Taxation.Treatment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoicePdfTest {

    private static final Locale SPANISH = new Locale("es");
    private static final Instant NOW = Instant.parse("2026-11-01T03:00:00Z");

    @Test
    void saysAllOfTheInvoiceInEnglish() throws IOException {
        String text = text(Samples.usual(), Locale.ENGLISH);

        assertThat(text)
                .contains("INV-1042", "November 1, 2026", "Tenantry SL", "Acme Logística SA", "Tax ID ESA58818501")
                .contains("API calls beyond what is included", "Up to 1,000: 1,000 × €0.05", "Over 1,000: 250 × €0.03")
                .contains("Users beyond what is included", "€4.00", "Plan Professional", "-€16.85")
                .contains("Subtotal €151.65", "IVA 21 % €31.85", "Total €183.50", "Credit applied -€20.00")
                .contains("Amount due €163.50", "Page 1 / 1", "Oct 1, 2026 – Oct 31, 2026");
    }

    @Test
    void saysItInSpanish() throws IOException {
        String text = text(Samples.creditNote(), SPANISH);

        assertThat(text)
                .contains("Factura rectificativa", "CN-7", "3 de noviembre de 2026", "Rectifica la factura INV-1042")
                .contains("Llamadas a la API por encima de lo incluido", "España", "Cataluña", "Abonado 183,50 €");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPY", "USD", "GBP", "KWD", "BRL", "INR", "COP", "PYG", "TRY", "ILS"})
    void hasTheSignsOfCurrencies(String currency) throws IOException {
        InvoiceContent content = Samples.content(
                Samples.SELLER, Samples.BUYER, Treatment.STANDARD, "21", currency, Samples.usualLines(currency));

        assertThat(text(content, Locale.ENGLISH)).doesNotContain("□").contains("Total");
        assertThat(text(content, SPANISH)).doesNotContain("□");
    }

    @Test
    void isAnArchivableDocumentWithItsFontsAndColours() throws IOException {
        try (PDDocument document = pdf(Samples.usual(), Samples.PLAIN)) {
            String metadata =
                    new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(metadata)
                    .contains("<pdfaid:part>3</pdfaid:part>", "<pdfaid:conformance>A<")
                    .contains("<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>")
                    .contains("<xmp:CreateDate>2026-11-01T03:00:00Z</xmp:CreateDate>");
            assertThat(document.getDocumentCatalog().getOutputIntents()).hasSize(1);
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Invoice INV-1042");
            for (PDPage page : document.getPages()) {
                PDResources resources = page.getResources();
                for (COSName name : resources.getFontNames()) {
                    PDFont font = resources.getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
    }

    @Test
    void carriesTheXmlWithTheSameSums() throws IOException {
        InvoiceContent content = Samples.usual();
        try (PDDocument document = pdf(content, Samples.PLAIN)) {
            byte[] xml = document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("factur-x.xml")
                    .getEmbeddedFile()
                    .toByteArray();

            assertThat(xml).isEqualTo(FacturX.xml(content, Locale.ENGLISH).orElseThrow());
            assertThat(document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF")))
                    .hasSize(1);
        }
    }

    @Test
    void repeatsTheHeadOfTheTableAndCountsThePages() throws IOException {
        try (PDDocument document = pdf(Samples.ofLines(300), Samples.PLAIN)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isBetween(8, 20);
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            for (int page = 1; page <= pages; page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(document);
                assertThat(text).contains("Page " + page + " / " + pages);
                if (text.contains("Number ")) {
                    assertThat(text).contains("Unit price");
                }
            }
            stripper.setStartPage(1);
            assertThat(stripper.getText(document)).contains("Number 1.", "Number 300.", "Amount due");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script><img src=\"file:///etc/passwd\"/>",
                "\"/><style>body{display:none}</style>",
                "a\u0000b\u0007c",
                "{{#lines}}{{number}}",
                "&lt;&#x41;&unknown;",
            })
    void textsStayTexts(String name) throws IOException {
        try (PDDocument document = pdf(Samples.named(name), Samples.PLAIN)) {
            // in the order of writing, so that a name that takes two lines is not mixed with what stands beside it
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");

            assertThat(text)
                    .contains(name.replaceAll("[\\s\\u0000\\u0007]", ""))
                    .contains("Amountdue");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"مرحبا بالعالم", "שלום עולם", "🚚🚚🚚", "漢字", "\ud83d"})
    void textsOfOtherScriptsDoNoHarm(String name) throws IOException {
        assertThat(text(Samples.named(name), Locale.ENGLISH)).contains("Amount due");
    }

    @Test
    void aHugeNameStaysOnThePaper() throws IOException {
        try (PDDocument document = pdf(Samples.named("W".repeat(200)), Samples.PLAIN)) {
            StringBuilder outside = new StringBuilder();
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) throws IOException {
                    positions.stream()
                            .filter(position -> position.getXDirAdj() + position.getWidthDirAdj() > 595)
                            .forEach(outside::append);
                    super.writeString(text, positions);
                }
            };
            String text = stripper.getText(document).replaceAll("\\s", "");
            assertThat(text).contains("W".repeat(200));
            assertThat(outside).isEmpty();
        }
    }

    @Test
    void showsTheLogo() throws IOException {
        Brand brand = Samples.brand("#101010", Optional.of(Samples.logo(300, 100)));
        try (PDDocument document = pdf(Samples.usual(), brand)) {
            assertThat(document.getPage(0).getResources().getXObjectNames()).isNotEmpty();
        }
        assertThat(new InvoicePage(Samples.usual(), Samples.PLAIN, Locale.ENGLISH).logo())
                .isEmpty();
    }

    private static String text(InvoiceContent content, Locale language) throws IOException {
        byte[] bytes = InvoicePdf.render(content, Samples.PLAIN, language, NOW);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replace('\u00a0', ' ');
        }
    }

    private static PDDocument pdf(InvoiceContent content, Brand brand) throws IOException {
        return Loader.loadPDF(InvoicePdf.render(content, brand, Locale.ENGLISH, NOW));
    }
}
