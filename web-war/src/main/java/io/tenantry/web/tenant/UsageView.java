package io.tenantry.web.tenant;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tenantry.billing.pricing.PreviewPrice;
import io.tenantry.platform.money.Money;
import io.tenantry.tenant.usage.CurrentUsage;
import io.tenantry.web.billing.ChargeRequest;
import io.tenantry.web.billing.MoneyBody;
import io.tenantry.web.json.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** What the tenant uses in the running period. {@code warningFrom}: the percentage from which on it is warned. */
public record UsageView(PeriodView period, int warningFrom, List<ResourceView> resources) {

    /** Days of the tenant's own calendar; {@code end} is exclusive. */
    public record PeriodView(LocalDate start, LocalDate end) {}

    /**
     * One resource.
     *
     * @param used held now, or consumed in the period
     * @param included {@code null} where the plan says nothing
     * @param hardLimit {@code null} for none
     * @param percent of what is included
     * @param overage beyond what is included; of what is held, by its peak or its average as the plan says
     * @param overageAmount what that costs so far; {@code null} where it costs nothing by any plan
     * @param status {@code ok}, {@code warning}, or {@code exceeded}: beyond what is included, or at the hard limit
     */
    public record ResourceView(
            String resource,
            BigDecimal used,
            Long included,
            Long hardLimit,
            BigDecimal percent,
            BigDecimal overage,
            MoneyBody overageAmount,
            CurrentUsage.Status status) {}

    static UsageView of(CurrentUsage usage, int warningFrom, Currency currency, PreviewPrice preview) {
        return new UsageView(
                new PeriodView(usage.period().starts(), usage.period().ends()),
                warningFrom,
                usage.resources().stream()
                        .map(resource -> new ResourceView(
                                resource.resource(),
                                plain(resource.used()),
                                resource.included(),
                                resource.hardLimit(),
                                plain(resource.percent()),
                                plain(resource.overage()),
                                amount(resource, currency, preview),
                                resource.status(warningFrom)))
                        .toList());
    }

    /** Without zeros at the end, and without an exponent. */
    static BigDecimal plain(BigDecimal number) {
        return number == null
                ? null
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    private static MoneyBody amount(CurrentUsage.Resource resource, Currency currency, PreviewPrice preview) {
        if (resource.charge() == null || resource.included() == null) {
            return null;
        }
        if (resource.overage().signum() == 0) {
            return MoneyBody.of(Money.zero(currency));
        }
        try {
            ChargeRequest charge = Json.MAPPER.readValue(resource.charge(), ChargeRequest.class);
            return MoneyBody.of(preview.ofQuantity(charge.charge(""), resource.overage(), currency)
                    .amount());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
