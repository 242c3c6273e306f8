package io.tenantry.web.billing;

import io.tenantry.billing.credit.FindCredits;
import io.tenantry.web.billing.CreditViews.CreditsView;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.OpenToSuspended;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The tenant's credit. */
@Path("billing/credits")
@RequestScoped
@Produces("application/json")
public class CreditsResource {

    @Inject
    FindCredits find;

    @GET
    @RequiresPermission("credits:read")
    @OpenToSuspended
    public CreditsView list(@BeanParam ListParameters list) {
        return CreditsView.of(find, list.page());
    }
}
