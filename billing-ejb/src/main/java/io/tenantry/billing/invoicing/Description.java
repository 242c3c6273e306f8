package io.tenantry.billing.invoicing;

import java.util.List;

/**
 * What a line says, put into words in the reader's language when it is read.
 *
 * @param key in the bundle {@code messages/billing}
 * @param arguments for its placeholders, as text: names, codes of resources, days as {@code 2026-10-01}, numbers
 */
public record Description(String key, List<String> arguments) {

    private static final String PREFIX = "billing.invoice.line.";

    public Description {
        arguments = List.copyOf(arguments);
    }

    static Description of(String key, String... arguments) {
        return new Description(PREFIX + key, List.of(arguments));
    }
}
