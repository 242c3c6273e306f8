package io.tenantry.web.tenant;

import io.tenantry.billing.pricing.PreviewPrice;
import io.tenantry.tenant.usage.FindUsage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;

/** What the thread's tenant uses, as the API shows it. */
@ApplicationScoped
public class ViewUsage {

    @Inject
    FindUsage find;

    @Inject
    PreviewPrice preview;

    public UsageView current() {
        return UsageView.of(find.current(), find.warningFrom(), Currency.getInstance(find.currency()), preview);
    }
}
