package io.tenantry.web.billing;

import io.tenantry.billing.customer.FindCustomer;
import io.tenantry.billing.invoicing.Taxation;
import io.tenantry.billing.tax.FindTaxation;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.text.Texts;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.web.http.OpenToSuspended;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;

/** How the tenant's invoices would be taxed today. */
@Path("billing/tax")
@RequestScoped
@Produces("application/json")
public class TaxResource {

    @Inject
    FindTaxation taxation;

    @Inject
    FindCustomer customers;

    @Inject
    BusinessClock clock;

    public record RateView(String name, String percent) {}

    /** {@code note}: what invoices have to say by law, {@code null} for nothing. */
    public record TaxationView(String treatment, boolean pricesIncludeTax, List<RateView> rates, String note) {}

    @GET
    @RequiresPermission("billingProfile:read")
    @OpenToSuspended
    public TaxationView get(@HeaderParam("Accept-Language") String language) {
        Taxation today = taxation.on(customers.current().dayOf(clock.now()));
        return new TaxationView(
                today.treatment().code(),
                today.inclusive(),
                today.rates().stream()
                        .map(rate -> new RateView(rate.name(), rate.percent().toPlainString()))
                        .toList(),
                FindTaxation.noteKey(today.treatment())
                        .map(key -> Texts.resolve(Text.of(key), Texts.negotiate(language)))
                        .orElse(null));
    }
}
