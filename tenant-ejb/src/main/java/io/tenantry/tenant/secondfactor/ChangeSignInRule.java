package io.tenantry.tenant.secondfactor;

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
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Optional;

/** Reads and changes what the thread's tenant asks of its members' signing in. */
@Stateless
public class ChangeSignInRule {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    SecondFactor secondFactor;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /** Version 0 until it is changed for the first time. */
    public SignInRuleView get() {
        return find().map(ChangeSignInRule::view).orElse(new SignInRuleView(false, 0));
    }

    /**
     * Holds from the members' next request.
     *
     * @param expected the version to change
     * @throws ProblemException {@code precondition-failed}; {@code conflict} for a member who would shut themselves out
     */
    public SignInRuleView change(boolean required, long expected) {
        SignInRuleView before = get();
        if (before.version() != expected) {
            throw ProblemException.of(ProblemType.PRECONDITION_FAILED);
        }
        Caller caller = Caller.current();
        if (required && caller.kind() == Caller.Kind.USER && !secondFactor.isEnabled(caller.accountId())) {
            throw ProblemException.conflict("tenant.second-factor-own-first");
        }
        SignInRule rule = find().orElseGet(() -> new SignInRule(clock.now()));
        rule.requireSecondFactor(required);
        entityManager.persist(rule);
        Text atOnce = Text.of("problem.conflict.detail");
        Flush.now(entityManager, atOnce, atOnce);
        activity.changed(
                "signInRule.changed",
                "signInRule",
                rule.id(),
                Map.of("requireSecondFactor", before.requireSecondFactor()),
                Map.of("requireSecondFactor", required));
        return view(rule);
    }

    private Optional<SignInRule> find() {
        return entityManager
                .createQuery("select r from SignInRule r", SignInRule.class)
                .getResultStream()
                .findFirst();
    }

    private static SignInRuleView view(SignInRule rule) {
        return new SignInRuleView(rule.isSecondFactorRequired(), rule.version());
    }
}
