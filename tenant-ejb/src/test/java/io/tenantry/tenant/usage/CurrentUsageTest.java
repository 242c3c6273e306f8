package io.tenantry.tenant.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrentUsageTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // used, included, hard limit, percent, overage, status
                "0, 10, -, 0, 0, ok",
                "7, 10, 10, 70, 0, ok",
                "8, 10, 20, 80, 0, warning",
                "7.999999, 10, 20, 79.99, 0, ok",
                "10, 10, 20, 100, 0, warning",
                "10, 10, 10, 100, 0, exceeded",
                "10.5, 10, 20, 105, 0.5, exceeded",
                "0, 0, 0, 0, 0, ok",
                "1, 0, -, 100, 1, exceeded",
                "1, 3, -, 33.33, 0, ok",
                "9, -, -, -, 0, ok"
            })
    void standing(
            BigDecimal used, Long included, Long hardLimit, BigDecimal percent, BigDecimal overage, String status) {
        CurrentUsage.Resource resource = new CurrentUsage.Resource("transitos", used, used, included, hardLimit, null);

        assertThat(resource.percent())
                .usingComparator(java.util.Comparator.nullsFirst(BigDecimal::compareTo))
                .isEqualTo(percent);
        assertThat(resource.overage()).isEqualByComparingTo(overage);
        assertThat(resource.status(80)).hasToString(status);
    }
}
