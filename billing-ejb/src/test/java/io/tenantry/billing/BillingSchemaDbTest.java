package io.tenantry.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.isolation.IsolationCheck;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tables of billing refuse whoever asks. */
class BillingSchemaDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = new StandaloneUnit("billingPU", DATABASE.app(), Map.of());
    private static final UUID TENANT = UUID.fromString("01930000-0000-7000-8000-00000000aaaa");
    private static final UUID OPEN = UUID.fromString("01930000-0000-7000-8000-00000000bbbb");
    private static final UUID DRAFT = UUID.fromString("01930000-0000-7000-8000-00000000cccc");

    @BeforeAll
    static void makesInvoices() throws SQLException {
        DATABASE.superuser("""
                insert into tenant (id, slug, name, status, plan_id, created_at, version)
                select '%s', 'acme', 'A tenant', 'active', p.id, timestamptz '2026-03-01Z', 1
                from tenant_plan p where p.code = 'starter'
                """.formatted(TENANT));
        asTenant(invoice(OPEN, "open", "'INV-1'", "date '2026-04-01'"));
        asTenant(invoice(DRAFT, "draft", "null", "null"));
        asTenant(line(DRAFT, 0));
    }

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @Test
    void isolatesTenants() throws SQLException {
        try (Connection connection = DATABASE.app().getConnection()) {
            assertThat(IsolationCheck.run(connection).violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"total = 2, subtotal = 2", "number = 'INV-9'", "buyer = '{}'", "status = 'draft'"})
    void aFinalizedInvoiceNeverChanges(String change) {
        assertThatThrownBy(() -> asTenant("update invoice set " + change + " where id = '" + OPEN + "'"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void itsLinesNeverChange() {
        assertThatThrownBy(() -> asTenant(line(OPEN, 0))).hasMessageContaining("finalized");
    }

    @Test
    void itIsNeverDeleted() {
        assertThatThrownBy(() -> asTenant("delete from invoice where id = '" + OPEN + "'"))
                .hasMessageContaining("finalized");
    }

    @Test
    void itIsPaid() throws SQLException {
        assertThat(asTenant("update invoice set amount_paid = 1, version = version + 1 where id = '" + OPEN + "'"))
                .isEqualTo(1);
    }

    @Test
    void aDraftChanges() throws SQLException {
        assertThat(asTenant("update invoice_line set amount = 2 where invoice_id = '" + DRAFT + "'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update coupon set percent = 100",
                "delete from coupon",
                "update tax_rate set percent = 0",
                "delete from tax_rate",
                "update invoice_series set prefix = 'X'",
                "delete from invoice_series"
            })
    void whatIsSharedByAllTenantsIsChangedByNone(String change) {
        assertThatThrownBy(() -> asTenant(change)).hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update coupon set redeemed = 0",
                "insert into coupon default values",
                "update tax_rate set valid_to = null",
                "insert into tax_rate default values",
                "update invoice_series set prefix = 'X'"
            })
    void jobsReadIt(String change) throws SQLException {
        try (Connection connection = DATABASE.batch().getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(change)).hasMessageContaining("permission denied");
        }
    }

    private static String invoice(UUID id, String status, String number, String issued) {
        return """
                insert into invoice (id, kind, occasion, status, number, currency, plan_id, period_start, period_end,
                    subtotal, tax, total, credit_applied, taxes, seller, buyer, issued_on, created_at, version)
                select '%1$s', 'change', '%2$s', '%2$s', %3$s, 'USD', plan_id, date '2026-03-01', date '2026-04-01',
                    1, 0, 1, 0, '[]', '{"a":1}', '{"a":1}', %4$s, now(), 1
                from tenant
                """.formatted(id, status, number, issued);
    }

    private static String line(UUID invoice, int position) {
        return """
                insert into invoice_line (id, invoice_id, position, kind, text_key, text_args, amount, created_at, version)
                values (gen_random_uuid(), '%s', %d, 'base', 'a', '[]', 1, now(), 1)
                """.formatted(invoice, position);
    }

    private static int asTenant(String sql) throws SQLException {
        try (Connection connection = DATABASE.app().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenant_id', '" + TENANT + "', false)");
            return statement.executeUpdate(sql);
        }
    }
}
