package io.tenantry.tenant.plan;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Gives the thread's tenant another feature or limit than its plan does. */
@Stateless
public class ChangeOverrides {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    PlanSubjects subjects;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /** In force or not, features first. */
    public List<OverrideView> all() {
        Instant now = clock.now();
        return entityManager
                .createQuery("select o from PlanOverride o order by o.kind, o.subject", PlanOverride.class)
                .getResultStream()
                .map(override -> override.view(now))
                .toList();
    }

    /**
     * Sets the override of a feature or resource, or another one in its place.
     *
     * @throws ProblemException {@code not-found} for a name no module knows, {@code validation} for an expiry that is
     *     over, {@code precondition-failed}
     */
    public OverrideView put(String subject, OptionalLong expected, OverrideValues values) {
        requireKnown(values.kind(), subject);
        Instant now = clock.now();
        if (values.expiresAt() != null && !values.expiresAt().isAfter(now)) {
            throw ProblemException.invalid("/expiresAt", "tenant.override-expiry");
        }
        PlanOverride override = find(values.kind(), subject, expected)
                .map(present -> changed(present, subject, values))
                .orElseGet(() -> created(subject, values, now));
        Flush.now(entityManager, Text.of("tenant.override-taken"), Text.of("tenant.override-taken"));
        return override.view(now);
    }

    /** @throws ProblemException {@code not-found}, {@code precondition-failed} */
    public void remove(OverrideKind kind, String subject, OptionalLong expected) {
        PlanOverride override = find(kind, subject, expected).orElseThrow(ProblemException::notFound);
        entityManager.remove(override);
        activity.deleted("planOverride", override.id(), override.values().snapshot(subject));
    }

    private PlanOverride created(String subject, OverrideValues values, Instant now) {
        PlanOverride override =
                new PlanOverride(subject, values, Caller.current().name(), now);
        entityManager.persist(override);
        activity.created("planOverride", override.id(), values.snapshot(subject));
        return override;
    }

    private PlanOverride changed(PlanOverride override, String subject, OverrideValues values) {
        Map<String, Object> before = override.values().snapshot(subject);
        override.set(values, Caller.current().name());
        activity.changed("planOverride.changed", "planOverride", override.id(), before, values.snapshot(subject));
        return override;
    }

    private Optional<PlanOverride> find(OverrideKind kind, String subject, OptionalLong expected) {
        Optional<PlanOverride> found = entityManager
                .createQuery(
                        "select o from PlanOverride o where o.kind = :kind and o.subject = :subject",
                        PlanOverride.class)
                .setParameter("kind", kind)
                .setParameter("subject", subject)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
        if (expected.isPresent() && found.map(PlanOverride::version).orElse(0L) != expected.getAsLong()) {
            throw ProblemException.of(ProblemType.PRECONDITION_FAILED);
        }
        return found;
    }

    private void requireKnown(OverrideKind kind, String subject) {
        boolean known = kind == OverrideKind.feature
                ? subjects.features().contains(subject)
                : subjects.resources().contains(subject);
        if (!known) {
            throw ProblemException.notFound();
        }
    }
}
