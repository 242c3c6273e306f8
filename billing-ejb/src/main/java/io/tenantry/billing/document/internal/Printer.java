package io.tenantry.billing.document.internal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Prints a page as PDF/A-3. It reads what it is given and nothing else: no file, no address. */
final class Printer {

    static final PdfAConformance CONFORMANCE = PdfAConformance.PDFA_3_A;

    private static final String FONTS = "/fonts/ttf/SourceSansPro/SourceSansPro-";
    private static final String FALLBACK_FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** Of what no font has. */
    private static final String MISSING = "\u25a1";

    static {
        // it writes a dozen lines for each page, some of them with what stands on it
        XRLog.setLoggingEnabled(false);
    }

    private Printer() {}

    /**
     * @param html well-formed, without a document type
     * @param picture the one address that may stand in it: a picture, as data; may be empty
     * @return to be closed
     */
    static PDDocument print(String html, String picture) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withW3cDocument(parsed(html), null)
                .usePdfAConformance(CONFORMANCE)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .useReplacementText(MISSING)
                .toStream(OutputStream.nullOutputStream());
        font(builder, FONTS + "Regular.ttf", "Source Sans Pro", 400);
        font(builder, FONTS + "SemiBold.ttf", "Source Sans Pro", 700);
        font(builder, FALLBACK_FONT, "Liberation Sans", 400);
        for (ExternalResourceControlPriority moment : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl(
                    (address, type) -> !picture.isEmpty() && picture.equals(address), moment);
        }
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            return renderer.createPDFKeepOpen();
        }
    }

    /** By the JDK's parser, also where a server has another one; without document types and so without entities. */
    private static Document parsed(String html) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(null);
            return parser.parse(new InputSource(new StringReader(html)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void font(PdfRendererBuilder builder, String resource, String family, int weight) {
        builder.useFont(() -> Printer.class.getResourceAsStream(resource), family, weight, FontStyle.NORMAL, true);
    }
}
