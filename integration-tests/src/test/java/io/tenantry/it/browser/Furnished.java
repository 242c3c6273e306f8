package io.tenantry.it.browser;

import static io.tenantry.it.product.Domain.PRECINTOS;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Billing;
import io.tenantry.it.product.Branding;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Domains;
import io.tenantry.it.product.Fields;
import io.tenantry.it.product.Files;
import io.tenantry.it.product.Invitations;
import io.tenantry.it.product.Invoices;
import io.tenantry.it.product.Keys;
import io.tenantry.it.product.Receiver;
import io.tenantry.it.product.Roles;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import io.tenantry.it.product.Webhooks;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An organization that has something to see on every page.
 *
 * @param ids what stands for the parameter of a page's path
 */
record Furnished(Tenant tenant, Map<String, String> ids) {

    static Furnished make() {
        Tenant tenant = Tenants.enterprise();
        Api platform = Tenants.platform();
        Map<String, String> ids = new LinkedHashMap<>();
        seals(tenant.owner(), ids);
        settings(tenant, ids);
        billing(tenant, platform, ids);
        ids.put("/email/:key", "invitation");
        ids.put("/admin/tenants/:id", tenant.id());
        ids.put("/admin/plans/:code", "professional");
        return new Furnished(tenant, ids);
    }

    /** A path that can be opened. */
    String filled(String path) {
        if (!path.contains(":")) {
            return path;
        }
        if (!ids.containsKey(path)) {
            throw new AssertionError("Nothing was made for the page " + path + ": do it here");
        }
        return path.replaceAll(":\\w+", ids.get(path));
    }

    private static void seals(Api owner, Map<String, String> ids) {
        Fields.create(owner, "precintos", "colour", "select");
        Map<String, Object> values = Domain.precinto();
        values.put("customFields", Map.of("colour", "red"));
        String precinto = owner.post(PRECINTOS, values).expect(201).id();
        Domain.createPrecinto(owner);
        String transito = Domain.createTransito(owner, precinto);
        Files.add(owner, transito, "manifest-1.pdf", Files.pdf(2_000)).expect(201);
        ids.put("/precintos/:id", precinto);
        ids.put("/transitos/:id", transito);
        ids.put("/alertas/:id", Domain.createAlerta(owner, precinto));
    }

    private static void settings(Tenant tenant, Map<String, String> ids) {
        Api owner = tenant.owner();
        Invitations.invite(owner, Invitations.newAddress(), "viewer").expect(201);
        ids.put("/roles/:id", Roles.create(owner, "precintos:read").id());
        Keys.create(owner, "precintos:read");
        Branding.set(owner, Branding.values("")).expect(200);
        Domains.register(owner, Domains.unused());
        try (Receiver receiver = Receiver.that(Receiver.status(500))) {
            Answer webhook = Webhooks.create(owner, receiver.url(), "alerta.created");
            ids.put("/webhooks/:id", webhook.id());
            Domain.createAlerta(owner, Domain.createPrecinto(owner));
            receiver.await(1);
        }
    }

    private static void billing(Tenant tenant, Api platform, Map<String, String> ids) {
        LocalDate today = Billing.today();
        Billing.invoice(tenant.id(), "120.00", today.minusDays(40), today.minusDays(10));
        ids.put("/invoices/:id", Invoices.issued(tenant, "IT-" + tenant.slug()));
        platform.post(Billing.ADMIN_CREDITS, Billing.credit(tenant.id(), "25.00", "USD"))
                .expect(201);
        Billing.coupon(platform, "percent", "10");
    }
}
