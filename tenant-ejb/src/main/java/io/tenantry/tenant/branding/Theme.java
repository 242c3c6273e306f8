package io.tenantry.tenant.branding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Light, dark, or what the reader's system says. */
public enum Theme {
    LIGHT("light"),
    DARK("dark"),
    AUTO("light dark");

    private final String scheme;

    Theme(String scheme) {
        this.scheme = scheme;
    }

    /** As the API and the database write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value of CSS's {@code color-scheme}. */
    String scheme() {
        return scheme;
    }

    static Optional<Theme> find(String code) {
        return Arrays.stream(values())
                .filter(theme -> theme.code().equals(code))
                .findFirst();
    }

    static String codes() {
        return Arrays.stream(values()).map(Theme::code).collect(Collectors.joining(", "));
    }
}
