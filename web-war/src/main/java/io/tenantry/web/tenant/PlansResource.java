package io.tenantry.web.tenant;

import io.tenantry.platform.money.Money;
import io.tenantry.tenant.plan.PlanCatalog;
import io.tenantry.tenant.plan.PlanLimit;
import io.tenantry.tenant.plan.TenantPlan;
import io.tenantry.web.http.Anyone;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/** The plans on offer. */
@Path("plans")
@RequestScoped
@Produces("application/json")
@Anyone
public class PlansResource {

    @Inject
    PlanCatalog catalog;

    public record PlansView(List<PlanView> items, String nextCursor) {}

    public record PlanView(
            String code,
            String name,
            String currency,
            PriceView price,
            int trialDays,
            List<String> features,
            List<LimitView> limits,
            int version) {

        static PlanView of(TenantPlan plan) {
            return new PlanView(
                    plan.code(),
                    plan.name(),
                    plan.currency(),
                    PriceView.of(plan),
                    plan.trialDays(),
                    plan.features().stream().sorted().toList(),
                    plan.limits().stream()
                            .map(LimitView::of)
                            .sorted(Comparator.comparing(LimitView::resource))
                            .toList(),
                    plan.version());
        }
    }

    public record MoneyView(String amount, String currency) {}

    public record PriceView(MoneyView amount, String interval) {

        static PriceView of(TenantPlan plan) {
            Currency currency = Currency.getInstance(plan.currency());
            Money money = new Money(plan.amount().setScale(currency.getDefaultFractionDigits()), currency);
            return new PriceView(new MoneyView(money.text(), plan.currency()), plan.interval());
        }
    }

    /** {@code hardLimit} is {@code null} where there is none. */
    public record LimitView(String resource, long included, Long hardLimit) {

        static LimitView of(PlanLimit limit) {
            Long hardLimit = limit.hardLimit().isPresent() ? limit.hardLimit().getAsLong() : null;
            return new LimitView(limit.resource(), limit.included(), hardLimit);
        }
    }

    @GET
    public PlansView list() {
        return new PlansView(catalog.onOffer().stream().map(PlanView::of).toList(), null);
    }
}
