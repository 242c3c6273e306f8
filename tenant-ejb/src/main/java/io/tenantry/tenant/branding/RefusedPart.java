package io.tenantry.tenant.branding;

import java.util.Locale;

/**
 * A part of a style sheet that is not applied.
 *
 * @param line where it begins, from 1
 * @param part its text, cut short
 */
public record RefusedPart(int line, String part, Reason reason) {

    private static final int SHOWN = 100;

    /** Why a part is refused. */
    public enum Reason {
        /** Not CSS, or brackets, quotes or comments that do not end. */
        SYNTAX("tenant.css-syntax"),
        /** Brackets inside brackets, too many. */
        NESTING("tenant.css-nesting"),
        AT_RULE("tenant.css-at-rule"),
        CONDITION("tenant.css-condition"),
        SELECTOR("tenant.css-selector"),
        PROPERTY("tenant.css-property"),
        /** A property that the root of the page keeps. */
        ROOT_PROPERTY("tenant.css-root-property"),
        FUNCTION("tenant.css-function"),
        VALUE("tenant.css-value"),
        /** An address: nothing may be loaded. */
        ADDRESS("tenant.css-address");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        /** As the API writes it: {@code atRule}. */
        public String code() {
            String[] words = name().toLowerCase(Locale.ROOT).split("_");
            return words.length == 1 ? words[0] : words[0] + capitalized(words[1]);
        }

        /** The key of the text that explains it. */
        public String key() {
            return key;
        }

        private static String capitalized(String word) {
            return Character.toUpperCase(word.charAt(0)) + word.substring(1);
        }
    }

    public RefusedPart {
        part = part.length() > SHOWN ? part.substring(0, SHOWN) + "…" : part;
    }
}
