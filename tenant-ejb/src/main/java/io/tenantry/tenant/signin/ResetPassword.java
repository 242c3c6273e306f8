package io.tenantry.tenant.signin;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.member.Memberships;
import io.tenantry.tenant.signin.internal.AccountActivity;
import io.tenantry.tenant.signin.internal.RedeemReset;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Gives an account a new password by the token that was sent to its address. It signs nobody in, ends all of the account's
 * sessions and leaves the second factor as it is. All of the account's tenants see it in their activity logs.
 */
@ApplicationScoped
public class ResetPassword {

    @Inject
    RedeemReset redeem;

    @Inject
    PasswordHashes passwordHashes;

    @Inject
    Memberships memberships;

    @Inject
    AccountActivity activity;

    /** @throws ProblemException {@code not-found} for a token that is unknown, used, void or expired, alike */
    public void with(String token, String password) {
        if (!redeem.isGood(token)) {
            throw ProblemException.notFound();
        }
        // outside of the transaction, because hashing takes its time
        UUID account = redeem.redeem(token, passwordHashes.hash(password));
        memberships
                .of(account)
                .forEach(membership ->
                        TenantContext.run(membership.tenant(), () -> activity.note("account.passwordReset", account)));
    }
}
