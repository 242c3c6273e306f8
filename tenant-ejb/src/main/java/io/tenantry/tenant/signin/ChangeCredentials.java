package io.tenantry.tenant.signin;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.access.Access;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.member.Accounts;
import io.tenantry.tenant.member.Memberships;
import io.tenantry.tenant.secondfactor.Enrolment;
import io.tenantry.tenant.secondfactor.SecondFactor;
import io.tenantry.tenant.signin.internal.AccountActivity;
import io.tenantry.tenant.signin.internal.LoginThrottle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Changes what an account signs in with. Whoever has but a session cannot: the present password is asked for, and
 * guessing it here is slowed down like guessing at the door. A change ends the account's other sessions, and all of its
 * tenants see it in their activity logs.
 */
@ApplicationScoped
public class ChangeCredentials {

    @Inject
    Accounts accounts;

    @Inject
    PasswordHashes passwordHashes;

    @Inject
    LoginThrottle throttle;

    @Inject
    SecondFactor secondFactor;

    @Inject
    EndSession endSession;

    @Inject
    Memberships memberships;

    @Inject
    AccountActivity activity;

    /** @throws ProblemException {@code validation} for a wrong password, {@code rate-limited} */
    public void password(Access caller, String current, String next, String networkAddress) {
        Account account = authenticated(caller, current, "/currentPassword", networkAddress);
        if (!accounts.changePassword(account.id(), account.passwordHash(), passwordHashes.hash(next))) {
            throw ProblemException.of(ProblemType.CONFLICT);
        }
        done(caller, "account.passwordChanged", networkAddress);
    }

    /**
     * Begins a second factor; it counts from {@link #confirm} on.
     *
     * @throws ProblemException {@code validation} for a wrong password, {@code rate-limited}; {@code conflict} if there is
     *     one
     */
    public Enrolment enrol(Access caller, String password, String networkAddress) {
        Account account = authenticated(caller, password, "/password", networkAddress);
        throttle.forgive(account.email(), networkAddress);
        return secondFactor.enrol(account.id(), account.email());
    }

    /**
     * @return recovery codes, to be shown once
     * @throws ProblemException {@code validation} for a wrong code; {@code conflict} if nothing was begun
     */
    public List<String> confirm(Access caller, String code) {
        List<String> recoveryCodes = secondFactor.confirm(caller.accountId(), code);
        report(caller, "account.secondFactorEnabled");
        return recoveryCodes;
    }

    /** @throws ProblemException {@code validation} for a wrong password or code, {@code rate-limited} */
    public void removeSecondFactor(Access caller, String password, String code, String networkAddress) {
        Account account = authenticated(caller, password, "/password", networkAddress);
        if (!secondFactor.accepts(account.id(), code)) {
            throw ProblemException.invalid("/code", "tenant.second-factor-code");
        }
        secondFactor.remove(account.id());
        done(caller, "account.secondFactorRemoved", networkAddress);
    }

    private Account authenticated(Access caller, String password, String pointer, String networkAddress) {
        if (!throttle.admit(caller.email(), networkAddress)) {
            throw LoginThrottle.refusal();
        }
        return accounts.byEmail(caller.email())
                .filter(account -> passwordHashes.verify(password, Optional.of(account.passwordHash())))
                .orElseThrow(() -> ProblemException.invalid(pointer, "tenant.wrong-password"));
    }

    private void done(Access caller, String action, String networkAddress) {
        throttle.forgive(caller.email(), networkAddress);
        report(caller, action);
    }

    private void report(Access caller, String action) {
        endSession.others(caller.sessionId(), caller.accountId());
        memberships
                .of(caller.accountId())
                .forEach(membership ->
                        TenantContext.run(membership.tenant(), () -> activity.note(action, caller.accountId())));
    }
}
