package io.tenantry.tenant.signup;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.email.EmailAddress;
import io.tenantry.tenant.plan.PlanCatalog;
import io.tenantry.tenant.registry.FindTenants;
import io.tenantry.tenant.registry.Slug;
import io.tenantry.tenant.signin.MailThrottle;
import io.tenantry.tenant.signin.PasswordHashes;
import io.tenantry.tenant.signup.internal.KeepSignup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/**
 * Takes a sign-up in. Nothing but a note of it exists until its address is proven. Whether there is an account with the
 * address is told to the mailbox alone: the answer and the work for it are the same.
 */
@ApplicationScoped
public class SignUp {

    @Inject
    PlanCatalog plans;

    @Inject
    FindTenants tenants;

    @Inject
    MailThrottle throttle;

    @Inject
    PasswordHashes passwordHashes;

    @Inject
    KeepSignup keep;

    /**
     * @throws ProblemException {@code validation}, {@code rate-limited}; {@code conflict} for a slug that is taken, which
     *     its host name tells anyway
     */
    public void request(SignupValues values, Locale language, String networkAddress) {
        EmailAddress.parse("/email", values.email());
        Slug slug = new Slug(values.slug());
        plans.onOffer(values.plan()).orElseThrow(() -> ProblemException.invalid("/plan", "validation.reference"));
        if (!throttle.admit("signup", values.email(), networkAddress)) {
            throw MailThrottle.refusal();
        }
        if (tenants.named(slug.value()).isPresent()) {
            throw ProblemException.conflict("tenant.slug-taken");
        }
        // outside of the transaction, because hashing takes its time
        keep.keep(values, passwordHashes.hash(values.password()), language);
    }
}
