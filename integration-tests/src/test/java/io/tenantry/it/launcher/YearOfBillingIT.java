package io.tenantry.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Client;
import io.tenantry.it.product.Development;
import io.tenantry.it.product.Json;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A year of tenants that change plans, use, get credit, are suspended and pay, or do not. Here the first months of some;
 * {@code -Dtenantry.year-days=366 -Dtenantry.year-tenants=200} is the whole.
 */
class YearOfBillingIT {

    private static final int TENANTS = Integer.getInteger("tenantry.year-tenants", 24);
    private static final int DAYS = Integer.getInteger("tenantry.year-days", 66);
    private static final int DAYS_OF_A_MOVE = 3;
    private static final int ACTS_OF_A_MOVE = TENANTS / 4;
    private static final List<String> PLANS = List.of("starter", "professional", "enterprise");
    private static final List<String> RESOURCES = List.of("transitos", "alertas", "apiCalls");
    private static final List<String> ZONES = List.of("UTC", "Pacific/Pago_Pago", "Pacific/Kiritimati");

    private final Installation installation = Installation.fresh("year");
    private final Random random = new Random(2026);
    private final List<String> tenants = new ArrayList<>();

    private Client operator;
    private Instant now;

    @Test
    void balancesForEachTenant() throws SQLException {
        try (Run run = Run.start(Development.environment(), installation, "--demo", "--test-clock")) {
            operator = run.ready().signIn("admin@tenantry.test", "tenantry-demo");
            now = Instant.parse(operator.get("/api/admin/clock").expect(200).text("now"));
            for (int i = 0; i < TENANTS; i++) {
                tenants.add(newTenant(i));
            }
            for (int move = 0; move < DAYS / DAYS_OF_A_MOVE; move++) {
                for (int act = 0; act < ACTS_OF_A_MOVE; act++) {
                    something(move * ACTS_OF_A_MOVE + act);
                }
                pay();
                moveClock();
            }
            assertThat(number("select count(*) from invoice")).isGreaterThan(TENANTS * 2L);
            assertThat(number("select count(*) from invoice_line where kind = 'overage'"))
                    .isPositive();
            assertThat(number("select count(*) from invoice_line where kind = 'proration'"))
                    .isPositive();
            assertThat(number("select count(*) from credit_entry where kind = 'applied'"))
                    .isPositive();
            booksBalance();
            usageWasBilledAsItIs();
            pricesAreThoseOfThePlans();
            assertThat(operator.get("/api/admin/jobs").expect(200).json().findValuesAsText("failed"))
                    .containsOnly("0");
        }
    }

    private String newTenant(int i) {
        String slug = "year-" + i;
        String id = operator.post(
                        "/api/admin/tenants",
                        Json.object(
                                "slug",
                                slug,
                                "name",
                                "Year " + i,
                                "plan",
                                PLANS.get(i % PLANS.size()),
                                "trial",
                                i % 4 == 0,
                                "owner",
                                Json.object(
                                        "email",
                                        "owner@" + slug + ".test",
                                        "displayName",
                                        "Owner",
                                        "password",
                                        "correct horse battery staple")))
                .expect(201)
                .text("id");
        in(id).patch("/api/tenant", Json.object("timeZone", ZONES.get(i % ZONES.size())))
                .expect(200);
        return id;
    }

    private Client in(String tenant) {
        return operator.with("X-Tenant-ID", tenant);
    }

    /** Whatever the answer, as long as it is one: much is refused in the state that a tenant is in. */
    private void something(int number) {
        String tenant = tenants.get(random.nextInt(TENANTS));
        Client.Reply reply = switch (random.nextInt(12)) {
            case 0 ->
                in(tenant)
                        .put(
                                "/api/billing/subscription",
                                Json.object(
                                        "plan",
                                        PLANS.get(random.nextInt(PLANS.size())),
                                        "when",
                                        random.nextBoolean() ? "now" : "periodEnd"));
            case 1 ->
                operator.post(
                        "/api/admin/credits",
                        Json.object(
                                "tenant",
                                tenant,
                                "amount",
                                Json.object("amount", random.nextInt(1, 300) + ".00", "currency", "USD"),
                                "reason",
                                "goodwill",
                                "expiresOn",
                                random.nextBoolean()
                                        ? null
                                        : today().plusDays(20).toString()));
            case 2 -> operator.post("/api/admin/tenants/" + tenant + "/suspend", Json.object("reason", "a"));
            case 3, 4 -> operator.post("/api/admin/tenants/" + tenant + "/resume");
            case 5 -> events(tenant, number, 5 + random.nextInt(50));
            default -> events(tenant, number, 0);
        };
        assertThat(reply.status()).as(reply.body()).isIn(200, 201, 204, 402, 403, 409);
    }

    private Client.Reply events(String tenant, int number, int daysAgo) {
        List<Object> events = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            events.add(Json.object(
                    "id",
                    number + "-" + i,
                    "resource",
                    RESOURCES.get(random.nextInt(RESOURCES.size())),
                    "quantity",
                    String.valueOf(random.nextInt(1, 60_000)),
                    "at",
                    now.minusSeconds(daysAgo * 86_400L + random.nextInt(3_600)).toString()));
        }
        return in(tenant).post("/api/usage/events", Json.object("events", events));
    }

    /** Most invoices are paid soon, a few never. */
    private void pay() throws SQLException {
        List<Map<String, String>> open = rows("""
                select i.tenant_id, i.id, i.currency, i.total - i.credit_applied - i.amount_paid as due, i.number
                from invoice i
                join tenant t on t.id = i.tenant_id
                where i.status = 'open' and t.slug like 'year-%' and substring(i.id::text from 36) <> 'a'
                """);
        for (Map<String, String> invoice : open) {
            if (random.nextInt(4) == 0) {
                operator.post(
                                "/api/admin/tenants/" + invoice.get("tenant_id") + "/invoices/" + invoice.get("id")
                                        + "/payments",
                                Json.object(
                                        "amount",
                                        Json.object(
                                                "amount",
                                                invoice.get("due").replaceAll("00$", ""),
                                                "currency",
                                                invoice.get("currency")),
                                        "method",
                                        "transfer",
                                        "reference",
                                        invoice.get("number")))
                        .expect(201);
            }
        }
    }

    private void moveClock() {
        now = now.plusSeconds(DAYS_OF_A_MOVE * 86_400L);
        operator.put("/api/admin/clock", Json.object("now", now.toString())).expect(200);
    }

    private LocalDate today() {
        return now.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Each of these lists what is wrong. */
    private void booksBalance() throws SQLException {
        assertThat(rows("""
                select i.number, i.subtotal, sum(l.amount) from invoice i
                join invoice_line l on l.tenant_id = i.tenant_id and l.invoice_id = i.id and l.kind <> 'tax'
                group by i.tenant_id, i.id having sum(l.amount) <> i.subtotal
                """)).as("lines that do not come to the subtotal").isEmpty();
        assertThat(rows("""
                select i.number, i.amount_paid, p.paid from invoice i
                left join lateral (
                    select coalesce(sum(amount), 0) as paid from payment
                    where tenant_id = i.tenant_id and invoice_id = i.id) as p on true
                where i.kind <> 'creditNote' and (p.paid <> i.amount_paid
                    or (i.status = 'paid') <> (i.total - i.credit_applied - i.amount_paid <= 0))
                """)).as("invoices that are not paid as they say").isEmpty();
        assertThat(rows("""
                select i.number, i.credit_applied, e.applied from invoice i
                left join lateral (
                    select coalesce(-sum(amount), 0) as applied from credit_entry
                    where tenant_id = i.tenant_id and invoice_id = i.id and kind = 'applied') as e on true
                where e.applied <> i.credit_applied
                """)).as("credit that the ledger does not have").isEmpty();
        assertThat(rows("""
                select g.tenant_id, g.id, g.remaining, sum(e.amount) from credit_grant g
                left join credit_entry e on e.tenant_id = g.tenant_id and e.grant_id = g.id
                group by g.tenant_id, g.id having sum(e.amount) is distinct from g.remaining
                """)).as("grants that differ from the ledger").isEmpty();
        assertThat(rows("""
                select tenant_id, sum(amount) from credit_entry group by tenant_id having sum(amount) < 0
                """)).as("balances below nothing").isEmpty();
        assertThat(rows("""
                select count(*), max(n) from (
                    select substring(number from '[0-9]+$')::bigint as n from invoice where kind <> 'creditNote') as x
                having count(*) <> coalesce(max(n), 0) or count(*) <> count(distinct n)
                """)).as("gaps in the numbers").isEmpty();
        assertThat(rows("""
                select i.tenant_id, l.starts from invoice_line l
                join invoice i on i.tenant_id = l.tenant_id and i.id = l.invoice_id
                where l.kind = 'base' group by i.tenant_id, l.starts having count(*) > 1
                """)).as("base prices that were billed twice").isEmpty();
        assertThat(rows("""
                select tenant_id, resource, starts from billed_usage
                group by tenant_id, resource, starts, invoice_id having count(*) > 1
                """)).as("usage that was billed twice").isEmpty();
    }

    /** From the raw events: days, and what was priced of them. */
    private void usageWasBilledAsItIs() throws SQLException {
        assertThat(rows("""
                select coalesce(d.tenant_id, e.tenant_id), coalesce(d.day, e.day), d.quantity, e.quantity
                from (select * from tenant_usage_day where resource in ('transitos', 'alertas') and tenant_id in (
                    select id from tenant where slug like 'year-%')) as d
                full join (select tenant_id, day, resource, sum(quantity) as quantity from usage_event
                    where resource in ('transitos', 'alertas') and tenant_id in (
                        select id from tenant where slug like 'year-%') group by 1, 2, 3) as e
                    on e.tenant_id = d.tenant_id and e.day = d.day and e.resource = d.resource
                where d.quantity is distinct from e.quantity
                """)).as("days that are not the sum of their events").isEmpty();
        assertThat(rows("""
                select * from (
                    select distinct on (b.tenant_id, b.resource, b.starts) b.tenant_id, b.resource, b.starts, b.ends,
                        b.used, coalesce((
                            select sum(d.quantity) from tenant_usage_day d
                            where d.tenant_id = b.tenant_id and d.resource = b.resource
                              and d.day >= b.starts and d.day < b.ends), 0) - coalesce((
                            select sum(l.quantity) from late_usage l
                            where l.tenant_id = b.tenant_id and l.resource = b.resource
                              and l.day >= b.starts and l.day < b.ends and l.settled_invoice is null), 0) as counted
                    from billed_usage b
                    where b.resource in ('transitos', 'alertas', 'apiCalls')
                    order by b.tenant_id, b.resource, b.starts, b.created_at desc, b.id desc) as last
                where used <> counted
                """)).as("usage that was not billed as it was counted").isEmpty();
    }

    /** Overage, priced again by whoever asks for a price. */
    private void pricesAreThoseOfThePlans() throws SQLException {
        Map<String, String> prices = new HashMap<>();
        for (Map<String, String> line : rows("""
                select distinct p.overage as charge, l.quantity, l.amount::numeric(24, 2) as amount, i.currency
                from invoice_line l
                join invoice i on i.tenant_id = l.tenant_id and i.id = l.invoice_id
                join billed_usage b on b.tenant_id = l.tenant_id and b.invoice_id = l.invoice_id
                    and b.resource = l.resource and b.starts = l.starts
                join tenant_plan_limit p on p.plan_id = b.plan_id and p.resource = l.resource
                where l.kind = 'overage'
                  and (b.ends - b.starts = b.cycle_days or l.resource in ('transitos', 'alertas', 'apiCalls'))
                limit 200
                """)) {
            JsonNode charge = Json.parse(line.get("charge"));
            String priced = prices.computeIfAbsent(
                    line.get("charge") + line.get("quantity"),
                    key -> operator.post(
                                    "/api/pricing/preview",
                                    Json.object(
                                            "charge",
                                            charge,
                                            "quantity",
                                            new BigDecimal(line.get("quantity")).toPlainString(),
                                            "currency",
                                            line.get("currency")))
                            .expect(200)
                            .json()
                            .path("amount")
                            .path("amount")
                            .asText());
            assertThat(line.get("amount")).as(line.toString()).isEqualTo(priced);
        }
        assertThat(prices).isNotEmpty();
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(rows(sql).get(0).values().iterator().next());
    }

    private List<Map<String, String>> rows(String sql) throws SQLException {
        try (Connection connection = installation.superuser("tenantry");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<Map<String, String>> rows = new ArrayList<>();
            while (found.next()) {
                Map<String, String> row = new HashMap<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.put(found.getMetaData().getColumnLabel(column), found.getString(column));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
