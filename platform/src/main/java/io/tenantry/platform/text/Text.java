package io.tenantry.platform.text;

import java.util.List;

/**
 * A text for a person, not yet in a language.
 *
 * @param key names a message; what stands before its first dot names the bundle
 * @param arguments fill {@code {0}}, {@code {1}}… of the message ({@link java.text.MessageFormat})
 */
public record Text(String key, List<Object> arguments) {

    public Text {
        arguments = List.copyOf(arguments);
    }

    public static Text of(String key, Object... arguments) {
        return new Text(key, List.of(arguments));
    }
}
