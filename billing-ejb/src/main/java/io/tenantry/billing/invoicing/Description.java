package io.tenantry.billing.invoicing;

import io.tenantry.platform.text.Text;
import io.tenantry.platform.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a line says, put into words in the reader's language when it is read.
 *
 * @param key in the bundle {@code messages/billing}
 * @param arguments for its placeholders, as text: names, codes of resources, days as {@code 2026-10-01}, numbers
 */
public record Description(String key, List<String> arguments) {

    private static final String PREFIX = "billing.invoice.line.";

    /** Those whose argument is the code of a resource. */
    private static final Set<String> OF_RESOURCES = Set.of(PREFIX + "overage", PREFIX + "late");

    public Description {
        arguments = List.copyOf(arguments);
    }

    static Description of(String key, String... arguments) {
        return new Description(PREFIX + key, List.of(arguments));
    }

    /** In a language; resources by their names. */
    public String in(Locale language) {
        List<String> words = OF_RESOURCES.contains(key)
                ? List.of(Texts.resolve(Text.of("billing.resource." + arguments.get(0)), language))
                : arguments;
        return Texts.resolve(new Text(key, List.copyOf(words)), language);
    }
}
