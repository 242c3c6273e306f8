package io.tenantry.tenant.plan;

import static io.tenantry.tenant.plan.PlanFixture.NOW;
import static io.tenantry.tenant.plan.PlanFixture.entitlements;
import static io.tenantry.tenant.plan.PlanFixture.features;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.testing.WithoutTenantPredicate;
import io.tenantry.tenant.plan.Entitlements.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An override stands before the plan, in its own tenant, until it expires. */
class OverridesDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = unit(true);
    private static final OptionalLong ANY = OptionalLong.empty();
    private static final Instant END = NOW.plus(Duration.ofDays(30));

    private final PlanFixture fixture = new PlanFixture(UNIT);
    private final TenantId tenant = fixture.tenantOn("starter");
    private final TenantId other = fixture.tenantOn("starter");

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @AfterEach
    void bothLayersAgain() {
        rls(true);
    }

    @Test
    void aFeatureIsOpenedUntilTheOverrideExpires() {
        put("export", OverrideValues.ofFeature(true, "trial", END));

        assertThat(has("export", END.minusNanos(1_000))).isTrue();
        assertThat(has("export", END)).isFalse();
        assertThat(granted(NOW)).containsExactly("customFields", "export");
        assertThat(granted(END)).containsExactly("customFields");
    }

    @Test
    void aFeatureOfThePlanIsClosedUntilTheOverrideExpires() {
        put("customFields", OverrideValues.ofFeature(false, "abuse", END));

        assertThat(has("customFields", NOW)).isFalse();
        assertThat(has("customFields", END)).isTrue();
        assertThat(every())
                .containsEntry("customFields", false)
                .containsEntry("webhooks", false)
                .hasSize(7);
        assertThat(granted(NOW)).isEmpty();
    }

    @Test
    void otherTenantsGoByTheirPlan() {
        put("export", OverrideValues.ofFeature(true, "trial", null));
        put("users", OverrideValues.ofLimit(1, 1L, "less", null));

        assertThat(fixture.<Boolean>in(other, em -> features(em, NOW).has("export")))
                .isFalse();
        assertThat(hardLimit(other, "users", NOW)).isEqualTo(5L);
        assertThat(all(other)).isEmpty();
    }

    @Test
    void aLimitIsAnotherUntilTheOverrideExpires() {
        put("users", OverrideValues.ofLimit(8, 9L, "more", END));

        assertThat(hardLimit(tenant, "users", NOW)).isEqualTo(9L);
        assertThat(hardLimit(tenant, "users", END)).isEqualTo(5L);
    }

    @Test
    void aLimitWithoutEndHasNone() {
        put("users", OverrideValues.ofLimit(8, null, "no end", END));

        assertThat(hardLimit(tenant, "users", NOW)).isNull();
        assertThat(hardLimit(tenant, "users", END)).isEqualTo(5L);
    }

    @Test
    void oneSeesWhyTheTenantHasWhatItHas() {
        put("export", OverrideValues.ofFeature(true, "trial", END));
        put("users", OverrideValues.ofLimit(8, 9L, "more", null));

        Entitlements now = fixture.in(tenant, em -> entitlements(em, NOW).ofCurrentTenant());
        assertThat(now.plan()).isEqualTo("starter");
        assertThat(now.features())
                .contains(new Entitlements.FeatureState("export", true, Source.override, "trial", END))
                .contains(new Entitlements.FeatureState("customFields", true, Source.plan, null, null))
                .contains(new Entitlements.FeatureState("webhooks", false, Source.plan, null, null));
        assertThat(now.limits()).contains(new Entitlements.LimitState("users", 8, 9L, Source.override, "more", null));
        assertThat(fixture.in(tenant, em -> entitlements(em, END).ofCurrentTenant())
                        .features())
                .contains(new Entitlements.FeatureState("export", false, Source.plan, null, null));
    }

    @Test
    void anotherOneTakesItsPlaceAndBothAreLogged() {
        OverrideView first = put("export", OverrideValues.ofFeature(true, "trial", END));
        OverrideView second = put("export", OverrideValues.ofFeature(false, "abuse", null));

        assertThat(second.version()).isGreaterThan(first.version());
        assertThat(all(tenant)).containsExactly(second);
        fixture.in(tenant, em -> {
            fixture.overrides(em).remove(OverrideKind.feature, "export", OptionalLong.of(second.version()));
            return null;
        });
        assertThat(all(tenant)).isEmpty();
        assertThat(fixture.logged())
                .containsExactly(
                        "planOverride.created null {feature=export, reason=trial, enabled=true, expiresAt=" + END + "}",
                        "planOverride.changed {feature=export, reason=trial, enabled=true, expiresAt=" + END
                                + "} {feature=export, reason=abuse, enabled=false}",
                        "planOverride.deleted {feature=export, reason=abuse, enabled=false} null");
    }

    @Test
    void whatIsUnknownOrOverOrStaleIsRefused() {
        refused(ProblemType.NOT_FOUND, "teleport", ANY, OverrideValues.ofFeature(true, "r", null));
        refused(ProblemType.NOT_FOUND, "export", ANY, OverrideValues.ofLimit(1, null, "r", null));
        refused(ProblemType.VALIDATION, "export", ANY, OverrideValues.ofFeature(true, "r", NOW));
        refused(
                ProblemType.PRECONDITION_FAILED,
                "export",
                OptionalLong.of(7),
                OverrideValues.ofFeature(true, "r", null));
        assertThatThrownBy(() -> OverrideValues.ofLimit(5, 4L, "r", null)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> fixture.in(tenant, em -> {
                    fixture.overrides(em).remove(OverrideKind.feature, "export", ANY);
                    return null;
                }))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void eachIsolationLayerBlocksAlone() {
        put("export", OverrideValues.ofFeature(true, "trial", null));
        UUID id = fixture.in(
                tenant,
                em -> em.createQuery("select o.id from PlanOverride o", UUID.class)
                        .getSingleResult());

        assertThat(reached(UNIT, other, id)).isFalse();
        try (StandaloneUnit open = unit(false)) {
            assertThat(reached(open, other, id)).isFalse();
            rls(false);
            assertThat(reached(UNIT, other, id)).isFalse();
            assertThat(reached(open, other, id)).isTrue();
        }
    }

    /** Whether any of the ways to a row reaches it: find, bulk update, bulk delete. */
    private static boolean reached(StandaloneUnit unit, TenantId as, UUID id) {
        return TenantContext.call(as, () -> {
            boolean found = unit.inTransaction(em -> em.find(PlanOverride.class, id) != null);
            int updated = unit.inTransaction(
                    em -> em.createQuery("update PlanOverride o set o.reason = 'taken over' where o.id = :id")
                            .setParameter("id", id)
                            .executeUpdate());
            int deleted = unit.inTransaction(em -> em.createQuery("delete from PlanOverride o where o.id = :id")
                    .setParameter("id", id)
                    .executeUpdate());
            return found || updated > 0 || deleted > 0;
        });
    }

    private SortedSet<String> granted(Instant now) {
        return fixture.in(tenant, em -> features(em, now).ofCurrentTenant());
    }

    private Map<String, Boolean> every() {
        return fixture.in(tenant, em -> features(em, NOW).all());
    }

    private List<OverrideView> all(TenantId as) {
        return fixture.in(as, em -> fixture.overrides(em).all());
    }

    private OverrideView put(String subject, OverrideValues values) {
        return fixture.in(tenant, em -> fixture.overrides(em).put(subject, ANY, values));
    }

    private void refused(ProblemType type, String subject, OptionalLong expected, OverrideValues values) {
        assertThatThrownBy(() -> fixture.in(tenant, em -> fixture.overrides(em).put(subject, expected, values)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }

    private boolean has(String feature, Instant now) {
        return fixture.in(tenant, em -> features(em, now).has(feature));
    }

    private Long hardLimit(TenantId as, String resource, Instant now) {
        return fixture.in(as, em -> (Long) em.createNativeQuery("select app.hard_limit(?1, cast(?2 as timestamptz))")
                .setParameter(1, resource)
                .setParameter(2, now.toString())
                .getSingleResult());
    }

    private static StandaloneUnit unit(boolean predicate) {
        return new StandaloneUnit(
                "tenantPU",
                DATABASE.app(),
                predicate
                        ? Map.of()
                        : Map.of("eclipselink.session.customizer", WithoutTenantPredicate.class.getName()));
    }

    private static void rls(boolean on) {
        DATABASE.superuser(
                "alter table tenant_plan_override %s row level security".formatted(on ? "enable" : "disable"));
    }
}
