package io.tenantry.tenant.usage.internal.sql;

import java.util.List;
import java.util.stream.Collectors;

/** At what percent of what is included a tenant is warned. */
public record Thresholds(List<Integer> percents) {

    public static final Thresholds NONE = new Thresholds(List.of());

    public Thresholds {
        percents = percents.stream().distinct().sorted().toList();
    }

    /** As PostgreSQL reads an array. */
    public String array() {
        return percents.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
