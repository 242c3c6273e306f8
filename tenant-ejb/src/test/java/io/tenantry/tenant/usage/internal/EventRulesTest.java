package io.tenantry.tenant.usage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.tenant.plan.ResourceKind;
import io.tenantry.tenant.usage.UsageEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-31T10:00:00Z");
    private static final Map<String, ResourceKind> KINDS =
            Map.of("transitos", ResourceKind.FLOW, "users", ResourceKind.LEVEL);

    private final EventRules rules = new EventRules(name -> Optional.ofNullable(KINDS.get(name)), NOW);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1, 2026-03-31T10:00:00Z, -",
                "0.000000001, 2026-03-31T10:00:00Z, -",
                "999999999999999, 2026-03-31T10:00:00Z, -",
                "1E+14, 2026-03-31T10:00:00Z, -",
                "1E+15, 2026-03-31T10:00:00Z, invalid-quantity",
                "1E+999999999, 2026-03-31T10:00:00Z, invalid-quantity",
                "1E-999999999, 2026-03-31T10:00:00Z, invalid-quantity",
                "0.0000000001, 2026-03-31T10:00:00Z, invalid-quantity",
                "0, 2026-03-31T10:00:00Z, invalid-quantity",
                "-1, 2026-03-31T10:00:00Z, invalid-quantity",
                "-, 2026-03-31T10:00:00Z, invalid-quantity",
                "1, 2026-03-31T10:05:00Z, -",
                "1, 2026-03-31T10:05:00.000001Z, in-the-future",
                "1, 2025-02-28T10:00:00Z, -",
                "1, 2025-02-28T09:59:59Z, too-old",
                "1, -, invalid-time"
            })
    void quantityAndTimeAreBounded(BigDecimal quantity, Instant at, String reason) {
        assertThat(rules.broken(new UsageEvent("a", "transitos", quantity, at))).isEqualTo(Optional.ofNullable(reason));
    }

    @Test
    void whatIsHeldHasNoEvents() {
        assertThat(rules.broken(new UsageEvent("a", "users", BigDecimal.ONE, NOW)))
                .contains("resource-is-held");
        assertThat(rules.broken(new UsageEvent("a", "dragons", BigDecimal.ONE, NOW)))
                .contains("unknown-resource");
        assertThat(rules.broken(new UsageEvent("a", null, BigDecimal.ONE, NOW))).contains("unknown-resource");
    }

    @Test
    void anIdIsOneVisibleWord() {
        for (String id : new String[] {null, "", " ", "a b", "a\u0000", "a\ud800", "a\n", "x".repeat(201)}) {
            assertThat(rules.broken(new UsageEvent(id, "transitos", BigDecimal.ONE, NOW)))
                    .as("%s", id)
                    .contains("invalid-id");
        }
        for (String id : new String[] {"a", "seal/7:2026", "ñ-1", "x".repeat(200)}) {
            assertThat(rules.broken(new UsageEvent(id, "transitos", BigDecimal.ONE, NOW)))
                    .isEmpty();
        }
    }
}
