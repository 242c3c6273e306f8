package io.tenantry.billing.invoicing;

import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.tenant.job.JobReport;
import io.tenantry.tenant.job.JobSlot;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Plans, subscriptions and usage in a database of its own, and a run over them. */
final class BillingFixture {

    static final String PER_UNIT = "{\"model\":\"perUnit\",\"unitPrice\":\"0.10\"}";

    final TestDatabase database = TestDatabase.migrated();

    /** Monthly, with 100 transits included, unless there is another limit. */
    UUID plan(String price, String interval, String... limits) {
        UUID id = Ids.next();
        sql("""
            insert into tenant_plan (id, code, version, name, currency, amount, interval, trial_days, public, created_at)
            values ('%1$s', '%1$s', 1, 'Plan %2$s', 'USD', %2$s, '%3$s', 0, true, '2026-01-01Z')
            """.formatted(id, price, interval));
        for (String limit : limits) {
            sql("insert into tenant_plan_limit (plan_id, resource, included, overage, measure) values ('%s', %s)"
                    .formatted(id, limit));
        }
        return id;
    }

    static String transits(int included) {
        return "'transitos', %d, '%s', 'peak'".formatted(included, PER_UNIT);
    }

    /** Active and billed day by day until now: its open period ends when the next run begins. */
    Subscription subscription(UUID plan, String starts, String ends) {
        return subscription(plan, starts, ends, "UTC");
    }

    Subscription subscription(UUID plan, String starts, String ends, String zone) {
        UUID id = Ids.next();
        LocalDate start = LocalDate.parse(starts);
        sql("""
            insert into tenant (id, slug, name, status, plan_id, time_zone, created_at, version)
            values ('%1$s', 't%2$s', 'Tenant', 'active', '%3$s', '%4$s', timestamptz '2025-01-01Z', 1);
            insert into tenant_billing (tenant_id, id, status, billing_day, anchor, period_start, period_end, segment_start,
                base_until, created_at, version)
            values ('%1$s', '%1$s', 'active', %5$d, '%6$s', '%6$s', '%7$s', '%6$s', '%7$s', now(), 1);
            """.formatted(
                id, id.toString().replace("-", "").substring(1), plan, zone, start.getDayOfMonth(), starts, ends));
        return new Subscription(id);
    }

    /** A tenant's. */
    final class Subscription {

        final UUID id;

        Subscription(UUID id) {
            this.id = id;
        }

        Subscription with(String assignments) {
            sql("update tenant_billing set %s where tenant_id = '%s'".formatted(assignments, id));
            return this;
        }

        Subscription used(String resource, String day, String quantity) {
            sql("""
                insert into tenant_usage_day (tenant_id, day, resource, quantity) values ('%s', '%s', '%s', %s)
                on conflict (tenant_id, day, resource) do update
                    set quantity = tenant_usage_day.quantity + excluded.quantity
                """.formatted(id, day, resource, quantity));
            return this;
        }

        Subscription held(String resource, String day, String peak, String average) {
            sql(
                    "insert into tenant_usage_day (tenant_id, day, resource, quantity, peak, average) values ('%s', '%s', '%s', %s, %s, %s)"
                            .formatted(id, day, resource, peak, peak, average));
            return this;
        }

        /** Of the kind of the column, as text. */
        String is(String column) {
            return value("select %s from tenant_billing b join tenant t on t.id = b.tenant_id where b.tenant_id = '%s'"
                    .formatted(column, id));
        }

        /** {@code kind start amount} of each line, oldest invoice first. */
        List<String> lines() {
            return values("""
                select l.kind || ' ' || coalesce(l.starts::text, '-') || ' ' || l.amount
                from invoice i join invoice_line l on l.tenant_id = i.tenant_id and l.invoice_id = i.id
                where i.tenant_id = '%s' order by i.created_at, length(i.number), i.number, l.position
                """.formatted(id)).stream()
                    .map(BillingFixture::shortened)
                    .toList();
        }

        List<String> invoices(String columns) {
            return values(
                    "select %s from invoice i where i.tenant_id = '%s' order by i.created_at, length(i.number), i.number"
                            .formatted(columns, id));
        }
    }

    /** 0.1000 as 0.1. */
    private static String shortened(String line) {
        return line.contains(".") ? line.replaceAll("0+$", "").replaceAll("\\.$", "") : line;
    }

    JobReport run(String day) {
        return run(day, "UTC");
    }

    JobReport run(String day, String zone) {
        return job(500).run(slot(day, zone));
    }

    static JobSlot slot(String day, String zone) {
        return new JobSlot(LocalDate.parse(day), ZoneId.of(zone));
    }

    InvoiceRun job(int chunkSize) {
        return job(chunkSize, new BatchDatabase(database::batch));
    }

    static InvoiceRun job(int chunkSize, BatchDatabase batch) {
        InvoiceRun run = new InvoiceRun();
        run.database = batch;
        run.chunkSize = chunkSize;
        run.seller = seller();
        return run;
    }

    static Seller seller() {
        Seller seller = new Seller();
        seller.name = "Seller";
        seller.street = Optional.of("Calle 1");
        seller.postalCode = Optional.empty();
        seller.city = Optional.empty();
        seller.region = Optional.empty();
        seller.country = Optional.of("ES");
        seller.email = Optional.empty();
        seller.taxId = Optional.empty();
        seller.dueDays = 14;
        return seller;
    }

    void sql(String sql) {
        database.superuser(sql);
    }

    String value(String query) {
        return values(query).get(0);
    }

    List<String> values(String query) {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
