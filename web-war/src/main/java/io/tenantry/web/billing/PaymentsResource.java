package io.tenantry.web.billing;

import io.tenantry.billing.payment.FindPayments;
import io.tenantry.platform.page.Page;
import io.tenantry.web.billing.PaymentViews.PaymentView;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.OpenToSuspended;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** What was paid on an invoice. */
@Path("billing/invoices/{id}/payments")
@RequestScoped
@Produces("application/json")
public class PaymentsResource {

    @Inject
    FindPayments find;

    @GET
    @RequiresPermission("payments:read")
    @OpenToSuspended
    public Page<PaymentView> list(@PathParam("id") String id, @BeanParam ListParameters list) {
        return PaymentView.page(find.page(Parameters.id(id), list.page()));
    }
}
