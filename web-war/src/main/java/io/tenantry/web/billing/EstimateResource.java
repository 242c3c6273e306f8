package io.tenantry.web.billing;

import io.tenantry.billing.invoicing.EstimateInvoice;
import io.tenantry.platform.text.Texts;
import io.tenantry.web.billing.InvoiceViews.EstimateView;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** What the tenant's next invoice would be; stores nothing. */
@Path("billing/estimate")
@RequestScoped
@Produces("application/json")
public class EstimateResource {

    @Inject
    EstimateInvoice estimate;

    @GET
    @RequiresPermission("billing:read")
    public EstimateView get(@HeaderParam("Accept-Language") String language) {
        return EstimateView.of(estimate.estimate(), Texts.negotiate(language));
    }
}
