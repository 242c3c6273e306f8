package io.tenantry.it.product;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What a tenant owes and has, as tests need it. */
public final class Billing {

    public static final String CREDITS = "/api/billing/credits";
    public static final String ADMIN_CREDITS = "/api/admin/credits";
    public static final String PROFILE = "/api/billing/profile";
    public static final String DISCOUNTS = "/api/billing/discounts";
    public static final String COUPONS = "/api/billing/coupons";
    public static final String ADMIN_COUPONS = "/api/admin/coupons";

    private static final String INVOICE = """
            insert into invoice (tenant_id, id, kind, occasion, status, number, currency, plan_id, period_start, period_end,
                subtotal, tax, total, credit_applied, taxes, seller, buyer, issued_on, issued_at, due_on, created_at, version)
            select t.id, ?::uuid, 'manual', ?, 'open', ?, 'USD', t.plan_id, ?::date, ?::date + 1,
                ?::numeric, 0, ?::numeric, 0, '[]', '{}', '{}', ?::date, now(), ?::date, now(), 1
            from tenant t where t.id = ?::uuid
            """;

    private Billing() {}

    /** By the product's clock. */
    public static Instant now() {
        return Instant.parse(
                Tenants.platform().get("/api/admin/clock").expect(200).text("now"));
    }

    /** The product's day where it is UTC, as new tenants have it. */
    public static LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }

    /** An open invoice in dollars, issued and due on certain days. */
    public static String invoice(String tenant, String total, LocalDate issued, LocalDate due) {
        String id = UUID.randomUUID().toString();
        String day = issued.toString();
        ProductDatabase.tamper(INVOICE, id, id, "IT-" + id, day, day, total, total, day, due.toString(), tenant);
        return id;
    }

    public static Map<String, Object> money(String amount, String currency) {
        return Json.object("amount", amount, "currency", currency);
    }

    public static Map<String, Object> payment(String amount, String reference) {
        return Json.object("amount", money(amount, "USD"), "method", "transfer", "reference", reference);
    }

    public static String paymentsOf(String tenant, String invoice) {
        return "/api/admin/tenants/" + tenant + "/invoices/" + invoice + "/payments";
    }

    public static Answer pay(Api platform, String tenant, String invoice, String amount) {
        return platform.post(paymentsOf(tenant, invoice), payment(amount, Tenants.unique()));
    }

    public static Map<String, Object> credit(String tenant, String amount, String currency) {
        return Json.object("tenant", tenant, "amount", money(amount, currency), "reason", "Sorry");
    }

    public static Map<String, Object> discount() {
        return Json.object("name", "Loyalty", "percent", "10");
    }

    public static String coupon(Api platform, Object... members) {
        String code = "IT-" + Tenants.unique().toUpperCase(Locale.ROOT);
        Map<String, Object> coupon = Json.object(members);
        coupon.put("code", code);
        coupon.put("name", "Made for a test");
        platform.post(ADMIN_COUPONS, coupon).expect(201);
        return code;
    }

    /** Runs a daily job for a day that begins. */
    public static Answer run(Api platform, String job, LocalDate day) {
        return platform.post("/api/admin/jobs/" + job, Json.object("day", day.toString()))
                .expect(200);
    }
}
