package io.tenantry.tenant.access.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one query tells of a caller. */
class AccessRowsDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = new StandaloneUnit("tenantPU", DATABASE.app(), Map.of());
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final UUID tenant = Ids.next();
    private final UUID account = Ids.next();
    private final UUID session = Ids.next();
    private final UUID role = Ids.next();

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @BeforeEach
    void aMemberWithAnOwnRole() {
        String slug = "t" + tenant.toString().replace("-", "").substring(0, 31);
        DATABASE.superuser("""
                insert into tenant (id, slug, name, status, plan_id, created_at, version)
                select '%1$s', '%2$s', 'T', 'active', id, now(), 1 from tenant_plan where code = 'starter'""".formatted(tenant, slug));
        DATABASE.superuser("""
                insert into account (id, email, email_key, display_name, password_hash, platform_admin, created_at, version)
                values ('%1$s', '%1$s', '%1$s', 'A', '-', false, now(), 1)""".formatted(account));
        DATABASE.superuser("insert into account_session values ('%s', '%s', null, '2026-01-01Z', '2027-01-01Z')"
                .formatted(session, account));
        DATABASE.superuser("""
                insert into tenant_role values ('%s', '%s', 'Guard', 'guard', 'seals:read seals:write', now(), 1)""".formatted(tenant, role));
        DATABASE.superuser("""
                insert into tenant_user (tenant_id, id, account_id, role, created_at, version)
                values ('%s', '%s', '%s', '%s', now(), 1)""".formatted(tenant, Ids.next(), account, role));
    }

    @Test
    void anOwnRoleComesWithItsPermissions() {
        assertThat(row().role()).isEqualTo(role.toString());
        assertThat(row().ownRolePermissions()).isEqualTo("seals:read seals:write");

        DATABASE.superuser("update tenant_user set role = 'viewer' where account_id = '%s'".formatted(account));

        assertThat(row().role()).isEqualTo("viewer");
        assertThat(row().ownRolePermissions()).isNull();
    }

    @Test
    void aSecondFactorIsMissingWhereItIsAskedForAndNotEnabled() {
        assertThat(row().secondFactorMissing()).isFalse();
        DATABASE.superuser(
                "insert into tenant_sign_in_rule values ('%s', '%s', true, now(), 1)".formatted(tenant, Ids.next()));
        assertThat(row().secondFactorMissing()).isTrue();
        DATABASE.superuser("insert into account_totp values ('%s', '', 0, null, now())".formatted(account));
        assertThat(row().secondFactorMissing()).isTrue();
        DATABASE.superuser("update account_totp set enabled_at = now() where account_id = '%s'".formatted(account));
        assertThat(row().secondFactorMissing()).isFalse();
    }

    @Test
    void outsideOfATenantThereIsTheAccountAlone() {
        AccessRows.Row row = UNIT.inTransaction(em -> AccessRows.find(em, session, account, null, NOW))
                .orElseThrow();

        assertThat(row.slug()).isNull();
        assertThat(row.role()).isNull();
        assertThat(row.secondFactorMissing()).isFalse();
    }

    private AccessRows.Row row() {
        Optional<AccessRows.Row> row = TenantContext.call(
                new TenantId(tenant),
                () -> UNIT.inTransaction(em -> AccessRows.find(em, session, account, tenant, NOW)));
        return row.orElseThrow();
    }
}
