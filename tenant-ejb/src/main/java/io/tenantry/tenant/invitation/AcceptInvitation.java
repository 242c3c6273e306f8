package io.tenantry.tenant.invitation;

import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.access.Access;
import io.tenantry.tenant.invitation.internal.InvitationText;
import io.tenantry.tenant.invitation.internal.TakeInvitation;
import io.tenantry.tenant.member.Membership;
import io.tenantry.tenant.signin.PasswordHashes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes who was invited a member: the signed-in account with the invited address, or else a new one. The link proves the
 * address. A link that is unknown, used, revoked or expired is answered alike.
 */
@ApplicationScoped
public class AcceptInvitation {

    @Inject
    TakeInvitation take;

    @Inject
    PasswordHashes passwordHashes;

    /** @throws ProblemException {@code not-found} */
    public OpenInvitation look(String link) {
        InvitationText text = parse(link);
        return TenantContext.call(text.tenant(), () -> take.look(text));
    }

    /**
     * @param caller who is signed in, in whichever tenant
     * @param displayName of a new account
     * @param password of a new account
     * @throws ProblemException {@code not-found}; {@code unauthenticated} if there is an account with the address;
     *     {@code forbidden} for another account; {@code validation} if a new account lacks name or password;
     *     {@code limit-exceeded}; {@code tenant-suspended}
     */
    public Membership accept(String link, Optional<Access> caller, String displayName, String password) {
        InvitationText text = parse(link);
        return TenantContext.call(text.tenant(), () -> {
            boolean newAccount = take.look(text).newAccount();
            if (newAccount && caller.isEmpty()) {
                requireGiven(displayName, password);
            }
            // outside of the transaction, because hashing takes its time
            String hash = newAccount && caller.isEmpty() ? passwordHashes.hash(password) : null;
            return take.take(text, caller.map(Access::accountId), displayName, hash);
        });
    }

    private static void requireGiven(String displayName, String password) {
        List<FieldError> errors = new ArrayList<>();
        if (displayName == null) {
            errors.add(FieldError.of("/displayName", "validation.required"));
        }
        if (password == null) {
            errors.add(FieldError.of("/password", "validation.required"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private static InvitationText parse(String link) {
        return InvitationText.parse(link).orElseThrow(ProblemException::notFound);
    }
}
