package io.tenantry.billing.invoicing;

import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.tenant.job.JobReport;
import io.tenantry.tenant.job.JobSlot;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** Many tenants whose June is over, each with overage of two resources; every seventh has credit. */
final class DueTenants {

    static final JobSlot FIRST_OF_JULY = new JobSlot(LocalDate.of(2026, 7, 1), ZoneOffset.UTC);

    private static final String MAKE = """
            insert into tenant_plan (id, code, version, name, currency, amount, interval, trial_days, public, created_at)
            values ('01930000-0000-7000-8000-0000000000aa', 'many', 1, 'Many', 'USD', 49, 'month', 0, true, '2026-01-01Z');
            insert into tenant_plan_limit (plan_id, resource, included, overage)
            values
                ('01930000-0000-7000-8000-0000000000aa', 'transitos', 100, '{"model":"perUnit","unitPrice":"0.05"}'),
                ('01930000-0000-7000-8000-0000000000aa', 'alertas', 10, '{"model":"graduated","tiers":[
                    {"upTo":"50","unitPrice":"0.10","flatFee":"0"},{"upTo":null,"unitPrice":"0.07","flatFee":"1"}]}');
            create temporary table many as
            select n, ('01930000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid as id
            from generate_series(1, %1$d) as n;
            insert into tenant (id, slug, name, status, plan_id, time_zone, created_at, version)
            select id, 'many-' || n, 'Tenant ' || n, 'active', '01930000-0000-7000-8000-0000000000aa', 'Z',
                '2026-06-01Z', 1
            from many;
            delete from tenant_billing where tenant_id in (select id from many);
            insert into tenant_billing (tenant_id, id, status, billing_day, anchor, period_start, period_end,
                segment_start, base_until, created_at, version)
            select id, id, 'active', 1, '2026-06-01', '2026-06-01', '2026-07-01', '2026-06-01', '2026-07-01',
                '2026-06-01Z', 1
            from many;
            insert into usage_period (tenant_id, starts, ends)
            select id, '2026-06-01', '2026-07-01' from many
            on conflict (tenant_id) do update set starts = excluded.starts, ends = excluded.ends;
            insert into tenant_usage_day (tenant_id, day, resource, quantity)
            select id, '2026-06-10', r, case r when 'transitos' then 100 + n %% 60 else 10 + n %% 90 end
            from many, unnest(array['transitos', 'alertas']) as r;
            insert into credit_grant (tenant_id, id, currency, amount, remaining, source, reason, created_at, version)
            select id, id, 'USD', 5, 5, 'grant', 'welcome', '2026-06-01Z', 1 from many where n %% 7 = 0;
            insert into credit_entry (tenant_id, id, grant_id, kind, amount, actor, created_at, version)
            select id, id, id, 'granted', 5, 'platform', '2026-06-01Z', 1 from many where n %% 7 = 0;
            drop table many;
            """;

    private DueTenants() {}

    static TestDatabase database(int tenants) {
        TestDatabase database = TestDatabase.migrated();
        database.superuser(MAKE.formatted(tenants));
        database.superuser("analyze");
        return database;
    }

    /** @return what the run of one node did */
    static JobReport invoice(DataSource batch) {
        return invoice(batch, () -> {});
    }

    /** @param committed told after each transaction */
    static JobReport invoice(DataSource batch, Runnable committed) {
        InvoiceRun run = new InvoiceRun();
        run.database = new BatchDatabase(() -> batch) {
            @Override
            public <T> T transaction(Work<T> work) {
                T result = super.transaction(work);
                committed.run();
                return result;
            }
        };
        run.chunkSize = 100;
        run.seller = new Seller();
        run.seller.name = "Tenantry";
        run.seller.street = Optional.empty();
        run.seller.postalCode = Optional.empty();
        run.seller.city = Optional.empty();
        run.seller.region = Optional.empty();
        run.seller.country = Optional.empty();
        run.seller.email = Optional.empty();
        run.seller.taxId = Optional.empty();
        run.seller.dueDays = 14;
        return run.run(FIRST_OF_JULY);
    }

    static String value(DataSource as, String sql) {
        try (Connection connection = as.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
