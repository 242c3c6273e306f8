package io.tenantry.tenant.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.tenant.lifecycle.PurgeFixture.Doomed;
import io.tenantry.tenant.lifecycle.internal.PurgeOutcome;
import io.tenantry.tenant.lifecycle.internal.sql.PurgeStatements;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tenant's rows go from every table, whatever interrupts it; nobody else's do, and nobody else can do it. */
class PurgeDbTest {

    private static final PurgeFixture FIXTURE = new PurgeFixture();
    private static final StandaloneUnit UNIT = new StandaloneUnit("tenantPU", FIXTURE.app(), Map.of());

    private final Doomed doomed = FIXTURE.tenant();
    private final Doomed twin = FIXTURE.tenant();

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @Test
    void everyRowGoesAndNoneOfTheTwins() {
        Map<String, Long> twins = FIXTURE.rows(twin);
        long own = FIXTURE.total(doomed);
        FIXTURE.beginPurge(doomed);

        assertThat(purge(doomed, 10_000)).isEqualTo(PurgeOutcome.FINISHED);

        assertThat(FIXTURE.rows(doomed))
                .isNotEmpty()
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isZero());
        assertThat(FIXTURE.rows(twin)).isEqualTo(twins);
        PurgeView.Detail proof = proof(doomed);
        assertThat(proof.purge().rowsRemoved()).isEqualTo(own);
        assertThat(proof.purge().rowsLeft()).isZero();
        assertThat(proof.purge().finishedAt()).isNotNull();
        assertThat(proof.purge().startedBy()).isEqualTo("admin@platform.test");
        assertThat(proof.tables())
                .extracting(PurgeView.Table::name)
                .containsAll(twins.keySet())
                .contains("account.last_tenant_id", "account_session.current_tenant", "tenant_plan.reserved_for");
        assertThat(proof.tables())
                .allSatisfy(
                        table -> assertThat(table.rowsLeft()).as(table.name()).isZero());
    }

    @Test
    void goesOnWhereItWasKilled() {
        long own = FIXTURE.total(doomed);
        FIXTURE.beginPurge(doomed);
        assertThat(purge(doomed, 3)).isEqualTo(PurgeOutcome.MORE);
        assertThat(FIXTURE.total(doomed)).isEqualTo(own - 3);

        assertThatThrownBy(() -> UNIT.transaction(em -> {
                    PurgeStatements.remove(em, doomed.id(), 3, "a node that dies");
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(FIXTURE.total(doomed)).isEqualTo(own - 3);

        int calls = 0;
        while (purge(doomed, 3) == PurgeOutcome.MORE) {
            calls++;
        }
        assertThat(calls).isGreaterThan(1);
        assertThat(FIXTURE.total(doomed)).isZero();
        assertThat(proof(doomed).purge().rowsRemoved()).isEqualTo(own);
    }

    @Test
    void twoNodesNeverBothDoIt() {
        FIXTURE.beginPurge(doomed);

        UNIT.transaction(em -> {
            assertThat(PurgeStatements.remove(em, doomed.id(), 3, "one")).isEqualTo(PurgeOutcome.MORE);
            assertThat(purge(doomed, 3)).isEqualTo(PurgeOutcome.BUSY);
        });

        assertThat(purge(doomed, 10_000)).isEqualTo(PurgeOutcome.FINISHED);
        assertThat(purge(doomed, 10_000)).isEqualTo(PurgeOutcome.BUSY);
    }

    @Test
    void nothingGoesOfATenantThatIsNotBeingPurged() {
        long own = FIXTURE.total(doomed);

        assertThat(purge(doomed, 10_000)).isEqualTo(PurgeOutcome.BUSY);
        FIXTURE.asApp(
                "update tenant set status = 'closing', purge_after = now() + interval '1 day' where id = '%s'", doomed);
        assertThat(purge(doomed, 10_000)).isEqualTo(PurgeOutcome.BUSY);

        assertThat(FIXTURE.total(doomed)).isEqualTo(own);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update tenant set status = 'purging' where id = '%s'",
                "update tenant set status = 'purging', purge_after = now() - interval '1 day' where id = '%s'",
                "update tenant set status = 'closing', purge_after = now() + interval '1 day' where id = '%1$s';"
                        + "update tenant set status = 'purging' where id = '%1$s'"
            })
    void theApplicationCannotPurgeBeforeTheTime(String statement) {
        assertThatThrownBy(() -> FIXTURE.asApp(statement, doomed)).hasMessageContaining("after its grace");
    }

    @Test
    void thereIsNoWayBack() {
        FIXTURE.beginPurge(doomed);

        assertThatThrownBy(() -> FIXTURE.asApp("update tenant set status = 'active' where id = '%s'", doomed))
                .hasMessageContaining("after its grace");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from tenant_activity_log",
                "insert into tenant_purge (id, slug, started_at, started_by) values ('%s', 'x', now(), 'x')",
                "update tenant_purge set rows_left = 0",
                "delete from tenant_purge",
                "delete from tenant_purge_table",
                "select * from tenant_purge_account",
                "select app.purge_rows('tenant_user', 'id', '%s', 1)",
                "select app.forget_account('%s')"
            })
    void theApplicationMayNot(String statement) {
        assertThatThrownBy(() -> FIXTURE.asApp(statement, doomed)).hasMessageContaining("permission denied");
    }

    @Test
    void theOwnerReachesRowsOfTenantsThatArePurgedOnly() {
        assertThat(FIXTURE.deletedByOwner(doomed)).isZero();
        FIXTURE.beginPurge(doomed);

        assertThat(FIXTURE.deletedByOwner(twin)).isZero();
        assertThat(FIXTURE.deletedByOwner(doomed)).isPositive();
        assertThatThrownBy(() -> FIXTURE.asOwner(
                        "insert into tenant_usage (tenant_id, id, resource, period_start, used, created_at, version)"
                                + " values ('%s', gen_random_uuid(), 'new', '1970-01-01', 1, now(), 1)",
                        doomed))
                .hasMessageContaining("row-level security");
    }

    @Test
    void aTableNobodyListedIsFoundWithItsOrderItsPartitionsAndItsOwnReferences() {
        FIXTURE.asOwner("""
                create table crate (
                    tenant_id uuid not null references tenant, id uuid not null, inside uuid,
                    primary key (tenant_id, id), foreign key (tenant_id, inside) references crate (tenant_id, id));
                create table aisle (
                    tenant_id uuid not null references tenant, day date not null, crate uuid not null,
                    primary key (tenant_id, day, crate), foreign key (tenant_id, crate) references crate (tenant_id, id)
                ) partition by range (day);
                create table aisle_old partition of aisle for values from ('2026-01-01') to ('2026-02-01');
                create table aisle_new partition of aisle for values from ('2026-02-01') to ('2026-03-01');
                select app.protect('crate');
                select app.protect('aisle')
                """, doomed);
        FIXTURE.asSuperuser("""
                insert into crate select '%1$s', ('00000000-0000-0000-0000-00000000000' || n)::uuid,
                    case when n > 1 then ('00000000-0000-0000-0000-00000000000' || n - 1)::uuid end
                from generate_series(1, 9) n;
                insert into aisle select '%1$s', date '2026-01-28' + n, ('00000000-0000-0000-0000-00000000000' || n)::uuid
                from generate_series(1, 9) n
                """, doomed);
        FIXTURE.beginPurge(doomed);

        PurgeOutcome outcome = PurgeOutcome.MORE;
        while (outcome == PurgeOutcome.MORE) {
            outcome = purge(doomed, 4);
        }

        assertThat(outcome).isEqualTo(PurgeOutcome.FINISHED);
        assertThat(proof(doomed).tables())
                .contains(new PurgeView.Table("crate", 9, 0L), new PurgeView.Table("aisle", 9, 0L))
                .extracting(PurgeView.Table::name)
                .doesNotContain("aisle_old", "aisle_new");
    }

    @Test
    void whatCannotBeRemovedIsReportedAndTriedAgain() {
        FIXTURE.asSuperuser("""
                create function keep() returns trigger language plpgsql as 'begin return null; end';
                create trigger keep before delete on tenant_usage for each row execute function keep()
                """, doomed);
        FIXTURE.beginPurge(doomed);

        assertThat(purge(doomed, 10_000)).isEqualTo(PurgeOutcome.LEFT);

        assertThat(proof(doomed).purge().rowsLeft())
                .isEqualTo(FIXTURE.total(doomed))
                .isPositive();
        assertThat(proof(doomed).purge().finishedAt()).isNull();
        FIXTURE.asSuperuser("drop trigger keep on tenant_usage; drop function keep", doomed);
        assertThat(purge(doomed, 10_000)).isEqualTo(PurgeOutcome.FINISHED);
        assertThat(proof(doomed).purge().rowsLeft()).isZero();
    }

    /** The proof sees what the policy shows; the self-check sees that the policy is there. */
    @Test
    void withoutThePolicyTheTenantStays() {
        FIXTURE.asSuperuser("drop policy purge on tenant_usage", doomed);
        FIXTURE.beginPurge(doomed);
        try {
            assertThatThrownBy(() -> purge(doomed, 10_000)).hasMessageContaining("foreign key");
            assertThat(FIXTURE.total(doomed)).isPositive();
        } finally {
            FIXTURE.asSuperuser(
                    "select app.allow_purge('tenant_usage'); " + "alter policy purge on tenant_usage to tenantry_owner",
                    doomed);
        }
    }

    @Test
    void whoHasNoOtherTenantGoesWithIt() {
        String alone = FIXTURE.member(doomed, false);
        String elsewhere = FIXTURE.member(doomed, false);
        FIXTURE.join(elsewhere, twin);
        String administrator = FIXTURE.member(doomed, true);
        String named = FIXTURE.member(doomed, false);
        FIXTURE.asSuperuser(
                "create table note (account_id uuid references account);" + "insert into note values ('" + named + "')",
                doomed);
        FIXTURE.beginPurge(doomed);

        purge(doomed, 10_000);

        assertThat(FIXTURE.accounts(alone)).isEmpty();
        assertThat(FIXTURE.accounts(elsewhere)).singleElement().asString().endsWith("@member.test");
        assertThat(FIXTURE.accounts(administrator)).singleElement().asString().endsWith("@member.test");
        assertThat(FIXTURE.accounts(named)).containsExactly(named + "@removed.invalid");
        FIXTURE.asSuperuser("drop table note", doomed);
    }

    @Test
    void aPlanMadeForItGoesWithIt() {
        FIXTURE.asSuperuser("""
                insert into tenant_plan (id, code, version, name, currency, amount, interval, trial_days, public, reserved_for, created_at)
                values (gen_random_uuid(), 'own', 1, 'Own', 'USD', 1, 'month', 0, false, '%1$s', now());
                insert into tenant_plan_feature select id, 'export' from tenant_plan where reserved_for = '%1$s';
                update tenant set plan_id = (select id from tenant_plan where reserved_for = '%1$s') where id = '%1$s'
                """, doomed);
        FIXTURE.beginPurge(doomed);

        assertThat(purge(doomed, 10_000)).isEqualTo(PurgeOutcome.FINISHED);
    }

    @Test
    void itsAddressNeverChangesHands() {
        FIXTURE.beginPurge(doomed);
        purge(doomed, 10_000);

        assertThatThrownBy(() -> FIXTURE.tenant(doomed.slug())).hasMessageContaining("another tenant's");
    }

    /** Attack case 12: a bulk statement that would move rows to another tenant, or reaches for those of others. */
    @Test
    void aBulkStatementSpansNoTenants() {
        TenantContext.run(twin.id(), () -> {
            assertThatThrownBy(() -> UNIT.transaction(em -> em.createNativeQuery(
                                    "update tenant_usage set tenant_id = '%s'".formatted(doomed.id()))
                            .executeUpdate()))
                    .hasMessageContaining("row-level security");
            long own = FIXTURE.rows(twin).get("tenant_usage");
            assertThat(UNIT.<Integer>inTransaction(em -> em.createQuery("update TenantUsage u set u.used = u.used + 0")
                            .executeUpdate()))
                    .isEqualTo((int) own);
        });
        assertThat(FIXTURE.rows(doomed).get("tenant_usage")).isPositive();
    }

    /** What refers to a tenant without being its own must not keep it. */
    @Test
    void referencesOfSharedTablesGoByThemselves() {
        assertThat(FIXTURE.texts("""
                select k.conrelid::regclass::text || ' ' || k.conname from pg_constraint k
                join app.shared_table s on s.name = k.conrelid::regclass::text
                where k.contype = 'f' and k.confrelid = 'tenant'::regclass and k.confdeltype not in ('c', 'n')
                """)).isEmpty();
    }

    @Test
    void dueAreThoseWhoseGraceIsOver() {
        Instant now = Instant.now();
        FIXTURE.asApp(
                "update tenant set status = 'closing', purge_after = now() + interval '1 day' where id = '%s'", twin);
        FIXTURE.beginPurge(doomed);

        assertThat(due(now)).contains(doomed.id()).doesNotContain(twin.id());
        assertThat(due(now.plusSeconds(90_000))).contains(doomed.id(), twin.id());
    }

    private static List<Object> due(Instant now) {
        return UNIT.inTransaction(em -> List.<Object>copyOf(PurgeStatements.due(em, now)));
    }

    private static PurgeOutcome purge(Doomed tenant, int most) {
        return UNIT.inTransaction(em -> PurgeStatements.remove(em, tenant.id(), most, "admin@platform.test"));
    }

    private static PurgeView.Detail proof(Doomed tenant) {
        return UNIT.inTransaction(em -> {
            FindPurges find = new FindPurges();
            find.entityManager = em;
            return find.get(tenant.id().value());
        });
    }
}
