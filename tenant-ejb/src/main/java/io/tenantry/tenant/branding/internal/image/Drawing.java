package io.tenantry.tenant.branding.internal.image;

import io.tenantry.tenant.branding.internal.css.CustomCss;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes an SVG drawing anew, element by element, with what {@link SvgVocabulary} lists. There are no entities, no
 * processing instructions, no comments and no other namespaces in what is written.
 */
final class Drawing {

    private static final int MAX_ELEMENTS = 5_000;
    private static final int DEEPEST = 64;
    private static final int MAX_USES = 100;

    /** @param referable whether others can point at it or at one around it */
    private record Open(String name, boolean referable) {}

    private final XMLStreamReader in;
    private final XMLStreamWriter out;
    private final Set<String> removed = new LinkedHashSet<>();
    private final Deque<Open> open = new ArrayDeque<>();

    private int elements;
    private int uses;

    private Drawing(XMLStreamReader in, XMLStreamWriter out) {
        this.in = in;
        this.out = out;
    }

    static CleanImage clean(byte[] svg) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamReader in = reader().createXMLStreamReader(new ByteArrayInputStream(svg));
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            Drawing drawing = new Drawing(in, out);
            drawing.copy();
            out.close();
            byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
            return new CleanImage("image/svg+xml", content, List.copyOf(drawing.removed));
        } catch (XMLStreamException e) {
            throw BadImage.unknown();
        }
    }

    /** The one of the JDK, whatever the server brings. It does not read the document type and resolves nothing. */
    private static XMLInputFactory reader() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is resolved");
        });
        return factory;
    }

    private void copy() throws XMLStreamException {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin(in.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> {
                    open.pop();
                    out.writeEndElement();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
                case XMLStreamConstants.ENTITY_REFERENCE -> throw BadImage.unknown();
                case XMLStreamConstants.DTD -> removed.add("!DOCTYPE");
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    removed.add("?" + DrawingAttributes.shown(in.getPITarget()));
                default -> {
                    // comments, and the end of the document
                }
            }
        }
    }

    private void begin(String name) throws XMLStreamException {
        if (open.isEmpty() && !(name.equals("svg") && isSvg())) {
            throw BadImage.unknown();
        }
        requireSimple(open.size());
        if (!isAllowed(name)) {
            removed.add(DrawingAttributes.shown(name));
            skip();
        } else if (name.equals("style")) {
            style();
        } else {
            out.writeStartElement(name);
            if (open.isEmpty()) {
                out.writeDefaultNamespace(SvgVocabulary.SVG);
            }
            new DrawingAttributes(in, out, removed).write(name, open.isEmpty(), isReferable());
            boolean hasId = !open.isEmpty() && in.getAttributeValue(null, "id") != null;
            open.push(new Open(name, hasId || isReferable()));
        }
    }

    private void requireSimple(int depth) {
        if (++elements > MAX_ELEMENTS || depth > DEEPEST) {
            throw BadImage.refused("tenant.image-complex");
        }
    }

    private boolean isSvg() {
        return SvgVocabulary.SVG.equals(in.getNamespaceURI());
    }

    private boolean isReferable() {
        return !open.isEmpty() && open.peek().referable();
    }

    /** A copy of what has copies in it would grow with each step; so what can be copied has none. */
    private boolean isAllowed(String name) {
        boolean known = isSvg() && SvgVocabulary.ELEMENTS.contains(name) && (open.isEmpty() || !name.equals("svg"));
        return known
                && (!name.equals("use")
                        || !isReferable() && in.getAttributeValue(null, "id") == null && ++uses <= MAX_USES);
    }

    private void text() throws XMLStreamException {
        if (!open.isEmpty() && SvgVocabulary.TEXT_ELEMENTS.contains(open.peek().name())) {
            out.writeCharacters(in.getText());
        }
    }

    private void style() throws XMLStreamException {
        var reduced = CustomCss.ofImage(in.getElementText());
        reduced.refused().forEach(part -> removed.add("style/" + part.reason().code()));
        out.writeStartElement("style");
        out.writeCharacters(reduced.sheet());
        out.writeEndElement();
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                requireSimple(open.size() + depth);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw BadImage.unknown();
            }
        }
    }
}
