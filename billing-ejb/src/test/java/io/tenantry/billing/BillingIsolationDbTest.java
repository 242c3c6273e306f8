package io.tenantry.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.WithoutTenantPredicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each isolation layer blocks alone, and without both the other tenant's money is seen: so the test can fail. */
class BillingIsolationDbTest {

    private static final BillingFixture FIXTURE = new BillingFixture();
    private static final StandaloneUnit WITHOUT_PREDICATE = new StandaloneUnit(
            "billingPU",
            FIXTURE.database.app(),
            Map.of("eclipselink.session.customizer", WithoutTenantPredicate.class.getName()));

    private final TenantId victim = FIXTURE.tenant();
    private final TenantId attacker = FIXTURE.tenant();
    private final UUID id = Ids.next();
    private final List<String> opened = new ArrayList<>();

    @AfterEach
    void bothLayersAgain() {
        opened.forEach(table -> rls(table, "enable"));
    }

    @AfterAll
    static void close() {
        WITHOUT_PREDICATE.close();
        FIXTURE.close();
    }

    @ParameterizedTest
    @CsvSource({
        "CreditGrant, credit_grant",
        "CreditEntry, credit_entry",
        "BillingProfile, billing_profile",
        "TenantDiscount, tenant_discount",
        "Payment, payment"
    })
    void eachLayerBlocksAlone(String entity, String table) {
        rowOfTheVictim(table);

        assertThat(sees(FIXTURE.unit, victim, entity)).isTrue();
        assertThat(sees(FIXTURE.unit, attacker, entity)).isFalse();
        assertThat(sees(WITHOUT_PREDICATE, attacker, entity)).isFalse();
        opened.add(table);
        rls(table, "disable");
        assertThat(sees(FIXTURE.unit, attacker, entity)).isFalse();
        assertThat(sees(WITHOUT_PREDICATE, attacker, entity)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"CreditGrant, credit_grant", "BillingProfile, billing_profile", "TenantDiscount, tenant_discount"})
    void eachLayerKeepsFromChanging(String entity, String table) {
        rowOfTheVictim(table);

        assertThat(changes(FIXTURE.unit, victim, entity)).isTrue();
        assertThat(changes(FIXTURE.unit, attacker, entity)).isFalse();
        assertThat(changes(WITHOUT_PREDICATE, attacker, entity)).isFalse();
        opened.add(table);
        rls(table, "disable");
        assertThat(changes(FIXTURE.unit, attacker, entity)).isFalse();
        assertThat(changes(WITHOUT_PREDICATE, attacker, entity)).isTrue();
    }

    private boolean sees(StandaloneUnit unit, TenantId as, String entity) {
        return TenantContext.call(
                as,
                () -> unit.inTransaction(em -> !em.createQuery("select e from " + entity + " e where e.id = :id")
                        .setParameter("id", id)
                        .getResultList()
                        .isEmpty()));
    }

    private boolean changes(StandaloneUnit unit, TenantId as, String entity) {
        return TenantContext.call(
                as,
                () -> unit.inTransaction(
                        em -> em.createQuery("update " + entity + " e set e.createdAt = e.createdAt where e.id = :id")
                                        .setParameter("id", id)
                                        .executeUpdate()
                                == 1));
    }

    private void rowOfTheVictim(String table) {
        UUID grant = table.equals("credit_grant") ? id : Ids.next();
        UUID invoice = FIXTURE.invoice(victim, "10.00", "2026-03-10");
        String start = "insert into %s (tenant_id, id, created_at, version, ".formatted(table);
        String values = ") values ('%s', '%s', now(), 1, ".formatted(victim, id);
        String grantRow = """
                insert into credit_grant (tenant_id, id, created_at, version, currency, amount, remaining, source, reason)
                values ('%s', '%s', now(), 1, 'USD', 5, 5, 'grant', 'Sorry')
                """.formatted(victim, grant);
        FIXTURE.database.superuser(grantRow);
        String row = switch (table) {
            case "credit_entry" ->
                start + "grant_id, kind, amount, actor" + values + "'" + grant + "', 'granted', 5, 'a')";
            case "billing_profile" ->
                start + "legal_name, street, postal_code, city, region, country, tax_treatment, prices_include_tax"
                        + values + "'A', '', '', '', '', 'EC', 'standard', false)";
            case "tenant_discount" -> start + "name, percent" + values + "'A', 5)";
            case "payment" ->
                start + "invoice_id, amount, currency, method, reference, received_at" + values + "'" + invoice
                        + "', 5, 'USD', 'transfer', 'a', now())";
            default -> null;
        };
        if (row != null) {
            FIXTURE.database.superuser(row);
        }
    }

    private static void rls(String table, String change) {
        FIXTURE.database.superuser("alter table %s %s row level security".formatted(table, change));
    }
}
