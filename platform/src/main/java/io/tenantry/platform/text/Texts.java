package io.tenantry.platform.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * Resolves texts from {@code messages/<bundle>_<language>.properties} on the application's class path; every module
 * brings bundles of its own.
 */
public final class Texts {

    /** The languages every bundle is complete in; the first one is the default. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, new Locale("es"));

    private Texts() {}

    /** @throws MissingResourceException if no bundle has the key */
    public static String resolve(Text text, Locale language) {
        String bundle = text.key().substring(0, text.key().indexOf('.'));
        String pattern = ResourceBundle.getBundle(
                        "messages." + bundle,
                        language,
                        Thread.currentThread().getContextClassLoader(),
                        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                .getString(text.key());
        return new MessageFormat(pattern, language).format(text.arguments().toArray());
    }

    /** The best of {@link #LANGUAGES} for an {@code Accept-Language} header (RFC 9110); the default if it is bad. */
    public static Locale negotiate(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return LANGUAGES.get(0);
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
            return best == null ? LANGUAGES.get(0) : best;
        } catch (IllegalArgumentException malformed) {
            return LANGUAGES.get(0);
        }
    }
}
