package io.tenantry.tenant.branding.internal.image;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** Writes the harmless ones of the attributes of one element. */
final class DrawingAttributes {

    private static final Set<String> NO_PROPERTIES = Set.of("id", "class", "mask", "clip-path");
    private static final int SHOWN = 40;

    private final XMLStreamReader in;
    private final XMLStreamWriter out;
    private final Set<String> removed;
    /** There are two attributes for it, one of them in a namespace. */
    private boolean pointed;

    /** @param removed is told what is left out */
    DrawingAttributes(XMLStreamReader in, XMLStreamWriter out, Set<String> removed) {
        this.in = in;
        this.out = out;
        this.removed = removed;
    }

    /** @param referable whether others can point at an element around it */
    void write(String element, boolean root, boolean referable) throws XMLStreamException {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String namespace = in.getAttributeNamespace(i);
            String name = in.getAttributeLocalName(i);
            String value = in.getAttributeValue(i);
            boolean own = namespace == null || namespace.isEmpty();
            if (own && name.equals("style")) {
                declarations(value);
            } else if (name.equals("href") && (own || SvgVocabulary.XLINK.equals(namespace))) {
                reference(element, value);
            } else if (own && isAllowed(element, root, referable, name, value)) {
                out.writeAttribute(name, value);
            } else {
                removed.add(element + "/@" + shown(name));
            }
        }
    }

    /** A name of somebody's in an answer. */
    static String shown(String name) {
        return name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name;
    }

    /** What clips and masks is not clipped and masked itself: that would grow with each step. */
    private static boolean isAllowed(String element, boolean root, boolean referable, String name, String value) {
        boolean clips = (name.equals("mask") || name.equals("clip-path")) && value.contains("url");
        boolean inClip = referable || element.equals("mask") || element.equals("clipPath");
        return SvgVocabulary.ATTRIBUTES.contains(name)
                && SvgVocabulary.isPlain(name, value)
                && !(clips && inClip)
                && !(root && name.equals("id"));
    }

    private void reference(String element, String value) throws XMLStreamException {
        boolean allowed = !pointed
                && SvgVocabulary.POINTING.contains(element)
                && SvgVocabulary.OWN.matcher(value.strip()).matches();
        if (allowed) {
            out.writeAttribute("href", value.strip());
            pointed = true;
        } else {
            removed.add(element + "/@href");
        }
    }

    /** Each declaration becomes the attribute of its name, if there is one. */
    private void declarations(String style) throws XMLStreamException {
        Set<String> written = new LinkedHashSet<>();
        for (String declaration : style.split(";")) {
            String[] parts = declaration.split(":", 2);
            String name = parts[0].strip();
            boolean allowed = parts.length == 2
                    && SvgVocabulary.ATTRIBUTES.contains(name)
                    && !NO_PROPERTIES.contains(name)
                    && SvgVocabulary.isPlain(name, parts[1].strip())
                    && in.getAttributeValue(null, name) == null
                    && written.add(name);
            if (allowed) {
                out.writeAttribute(name, parts[1].strip());
            } else if (!declaration.isBlank()) {
                removed.add("@style/" + shown(name.replaceAll("[^a-zA-Z-]", "?")));
            }
        }
    }
}
