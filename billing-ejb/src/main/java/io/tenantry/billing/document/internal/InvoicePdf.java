package io.tenantry.billing.document.internal;

import io.tenantry.billing.document.Brand;
import io.tenantry.billing.document.InvoiceContent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** An invoice as PDF/A-3 with its XML attached (Factur-X). */
public final class InvoicePdf {

    static final String ATTACHMENT = "factur-x.xml";
    private static final String PRODUCER = "Tenantry";

    private InvoicePdf() {}

    /** @param now kept in the document as the time at which it was made */
    public static byte[] render(InvoiceContent content, Brand brand, Locale language, Instant now) {
        InvoicePage page = new InvoicePage(content, brand, language);
        Instant made = now.truncatedTo(ChronoUnit.SECONDS);
        try (PDDocument document = Printer.print(page.html(), page.logo())) {
            byte[] xml = FacturX.xml(content, language).orElse(null);
            if (xml != null) {
                attach(document, xml, made);
            }
            describe(document, page.title(), content.seller().name(), language, made, xml != null);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void attach(PDDocument document, byte[] xml, Instant made) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(xml), COSName.FLATE_DECODE);
        file.setSubtype("text/xml");
        file.setSize(xml.length);
        file.setModDate(calendar(made));
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(ATTACHMENT);
        specification.setFileUnicode(ATTACHMENT);
        specification.setFileDescription("Factur-X");
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        // the XML says the same as the page
        specification.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Alternative");
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(ATTACHMENT, specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray(List.of(specification));
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }

    /** The metadata and the older dictionary have to say the same. */
    private static void describe(
            PDDocument document, String title, String author, Locale language, Instant made, boolean attached)
            throws IOException {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(Templates.characters(title));
        information.setAuthor(Templates.characters(author));
        information.setProducer(PRODUCER);
        information.setCreationDate(calendar(made));
        information.setModificationDate(calendar(made));
        document.setDocumentInformation(information);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", title);
        values.put("author", author);
        values.put("language", language.getLanguage());
        values.put("created", made.toString());
        values.put("producer", PRODUCER);
        values.put("conformance", Printer.CONFORMANCE.getConformanceValue());
        values.put("attachment", attached ? ATTACHMENT : "");
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(Templates.execute(Templates.METADATA, values).getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
        document.getDocumentCatalog().setLanguage(language.getLanguage());
    }

    private static GregorianCalendar calendar(Instant instant) {
        return GregorianCalendar.from(instant.atZone(ZoneOffset.UTC));
    }
}
