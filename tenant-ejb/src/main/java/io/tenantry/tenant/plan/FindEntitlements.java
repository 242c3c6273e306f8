package io.tenantry.tenant.plan;

import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.plan.Entitlements.FeatureState;
import io.tenantry.tenant.plan.Entitlements.LimitState;
import io.tenantry.tenant.plan.Entitlements.Source;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells of every feature and limit of the thread's tenant whether its plan or an override decides. */
@Stateless
public class FindEntitlements {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    PlanSubjects subjects;

    @Inject
    BusinessClock clock;

    public Entitlements ofCurrentTenant() {
        TenantPlan plan = PlanCatalog.ofCurrentTenant(entityManager);
        Instant now = clock.now();
        List<OverrideView> overrides = entityManager
                .createQuery("select o from PlanOverride o", PlanOverride.class)
                .getResultStream()
                .map(override -> override.view(now))
                .filter(OverrideView::inForce)
                .toList();
        return new Entitlements(
                plan.code(),
                plan.version(),
                subjects.features().stream()
                        .map(feature -> feature(feature, plan, overrides))
                        .toList(),
                subjects.resources().stream()
                        .map(resource -> limit(resource, plan, overrides))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static FeatureState feature(String code, TenantPlan plan, List<OverrideView> overrides) {
        return of(OverrideKind.feature, code, overrides)
                .map(o -> new FeatureState(code, o.enabled(), Source.override, o.reason(), o.expiresAt()))
                .orElseGet(() -> new FeatureState(code, plan.features().contains(code), Source.plan, null, null));
    }

    /** {@code null} where nothing limits the resource. */
    private static LimitState limit(String resource, TenantPlan plan, List<OverrideView> overrides) {
        Stream<LimitState> byOverride = of(OverrideKind.limit, resource, overrides)
                .map(o -> new LimitState(
                        resource, o.included(), o.hardLimit(), Source.override, o.reason(), o.expiresAt()))
                .stream();
        Stream<LimitState> byPlan = plan.limits().stream()
                .filter(limit -> limit.resource().equals(resource))
                .map(limit -> new LimitState(
                        resource,
                        limit.included(),
                        limit.hardLimit().isPresent() ? limit.hardLimit().getAsLong() : null,
                        Source.plan,
                        null,
                        null));
        return Stream.concat(byOverride, byPlan).findFirst().orElse(null);
    }

    private static Optional<OverrideView> of(OverrideKind kind, String name, List<OverrideView> overrides) {
        return overrides.stream()
                .filter(o -> o.kind() == kind && o.name().equals(name))
                .findFirst();
    }
}
