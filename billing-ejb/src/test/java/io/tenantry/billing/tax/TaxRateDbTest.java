package io.tenantry.billing.tax;

import static io.tenantry.billing.BillingFixture.NOW;
import static io.tenantry.billing.BillingFixture.clock;
import static io.tenantry.billing.BillingFixture.wired;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.billing.BillingFixture;
import io.tenantry.platform.tenancy.TenantId;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Rates are made and ended with the rights that the service has. */
class TaxRateDbTest {

    private static final BillingFixture FIXTURE = new BillingFixture();

    private final TenantId tenant = FIXTURE.tenant();

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void aRateEnds() {
        LocalDate first = LocalDate.parse("2026-01-01");
        LocalDate end = LocalDate.parse("2026-07-01");
        TaxRateValues values = new TaxRateValues("ES", "", "IVA", new BigDecimal("21"), first, null);
        StoredTaxRate made = FIXTURE.in(tenant, em -> rates(em).create(values));

        FIXTURE.in(tenant, em -> rates(em).end(made.id(), end, OptionalLong.of(made.version())));

        StoredTaxRate ended = FIXTURE.in(tenant, em -> rates(em).get(made.id()));
        assertThat(ended.values()).isEqualTo(new TaxRateValues("ES", "", "IVA", new BigDecimal("21"), first, end));
        assertThat(ended.version()).isEqualTo(made.version() + 1);
    }

    private static ChangeTaxRates rates(EntityManager em) {
        return wired(new ChangeTaxRates(), em, clock(NOW));
    }
}
