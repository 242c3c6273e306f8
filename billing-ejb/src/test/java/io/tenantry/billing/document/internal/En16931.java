package io.tenantry.billing.document.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.XsltTransformer;

/** The schema of the invoice and the rules that the European Committee for Standardization publishes for EN 16931. */
final class En16931 {

    private static final String RULES = "/external/schematron/1.3.16/cii/EN16931-CII-validation.xslt";
    private static final String SCHEMA = "/external/schemas/d16b/data/standard/CrossIndustryInvoice_100pD16B.xsd";

    private static final Processor PROCESSOR = new Processor(false);
    private static final XsltExecutable COMPILED = compiled();
    private static final Schema STRUCTURE = structure();

    private En16931() {}

    /** The rules that are broken, in words. */
    static List<String> broken(byte[] xml) {
        try {
            STRUCTURE.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
            XdmDestination report = new XdmDestination();
            XsltTransformer rules = COMPILED.load();
            rules.setSource(new StreamSource(new ByteArrayInputStream(xml)));
            rules.setDestination(report);
            rules.transform();
            XPathCompiler paths = PROCESSOR.newXPathCompiler();
            paths.declareNamespace("svrl", "http://purl.oclc.org/dsdl/svrl");
            Iterable<XdmItem> failed =
                    paths.evaluate("//svrl:failed-assert/normalize-space(svrl:text)", report.getXdmNode());
            return StreamSupport.stream(failed.spliterator(), false)
                    .map(XdmItem::getStringValue)
                    .toList();
        } catch (Exception e) {
            return List.of(e.toString());
        }
    }

    private static XsltExecutable compiled() {
        try (InputStream in = En16931.class.getResourceAsStream(RULES)) {
            return PROCESSOR.newXsltCompiler().compile(new StreamSource(in));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Schema structure() {
        try {
            URL schema = En16931.class.getResource(SCHEMA);
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(schema);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
