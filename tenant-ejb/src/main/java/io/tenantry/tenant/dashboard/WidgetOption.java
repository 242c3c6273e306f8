package io.tenantry.tenant.dashboard;

import io.tenantry.platform.text.Text;
import java.util.List;
import java.util.Optional;

/** Something that can be chosen of a widget. */
public sealed interface WidgetOption {

    String name();

    /** Why the value is refused, if it is. */
    Optional<Text> refusal(Object value);

    /** One of some words. */
    record Choice(String name, List<String> values) implements WidgetOption {

        public Choice {
            values = List.copyOf(values);
        }

        @Override
        public Optional<Text> refusal(Object value) {
            return value instanceof String word && values.contains(word)
                    ? Optional.empty()
                    : Optional.of(Text.of("validation.one-of", String.join(", ", values)));
        }
    }

    /** A whole number of a range. */
    record Whole(String name, int min, int max) implements WidgetOption {

        @Override
        public Optional<Text> refusal(Object value) {
            return value instanceof Integer number && number >= min && number <= max
                    ? Optional.empty()
                    : Optional.of(Text.of("validation.range", min, max));
        }
    }

    /** Yes or no. */
    record Flag(String name) implements WidgetOption {

        @Override
        public Optional<Text> refusal(Object value) {
            return value instanceof Boolean ? Optional.empty() : Optional.of(Text.of("validation.type"));
        }
    }
}
