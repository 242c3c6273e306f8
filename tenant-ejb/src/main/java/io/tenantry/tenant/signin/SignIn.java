package io.tenantry.tenant.signin;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.text.Text;
import io.tenantry.tenant.identity.IdentityProvider;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.member.Accounts;
import io.tenantry.tenant.member.Membership;
import io.tenantry.tenant.member.Memberships;
import io.tenantry.tenant.registry.FindTenants;
import io.tenantry.tenant.secondfactor.SecondFactor;
import io.tenantry.tenant.signin.internal.AccessTokens;
import io.tenantry.tenant.signin.internal.LoginThrottle;
import io.tenantry.tenant.signin.internal.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Signs an account in by its password, and by a code where it has a second factor.
 *
 * <p>A wrong password, an unknown address and a disabled account are answered alike, after the same work. Hashing takes
 * its time outside of any transaction. Only who has the right password learns that a second factor is needed.
 */
@ApplicationScoped
public class SignIn {

    @Inject
    IdentityProvider provider;

    @Inject
    Accounts accounts;

    @Inject
    Memberships memberships;

    @Inject
    PasswordHashes passwordHashes;

    @Inject
    LoginThrottle throttle;

    @Inject
    SecondFactor secondFactor;

    @Inject
    Sessions sessions;

    @Inject
    AccessTokens accessTokens;

    @Inject
    FindTenants tenants;

    /**
     * @param code of the second factor; not looked at where there is none
     * @param named ids or slugs of the tenant to work in; none for the only one, else the last used, of those that are
     *     open. An administrator of the platform belongs to none and so works in none yet
     * @throws ProblemException {@code unauthenticated}, with {@code secondFactor} if only the code is missing or wrong;
     *     {@code rate-limited}; {@code tenant-suspended}; {@code tenant-mismatch} for a tenant it does not belong to, or
     *     for several
     */
    public SignedIn withPassword(
            String email, String password, Optional<String> code, Collection<String> named, String networkAddress) {
        provider.requireBuiltIn();
        if (!throttle.admit(email, networkAddress)) {
            throw LoginThrottle.refusal();
        }
        Account account = authenticate(email, password);
        requireSecondFactor(account, code, networkAddress);
        throttle.succeeded(email, networkAddress);
        Caller.identify(Caller.Kind.USER, account.id(), account.email());
        List<Membership> all = memberships.of(account.id());
        Optional<Membership> chosen = choose(account, all, named);
        Sessions.Issued issued = open(account, chosen.map(Membership::tenant));
        return signedIn(account, issued, chosen, all);
    }

    SignedIn signedIn(Account account, Sessions.Issued issued, Optional<Membership> tenant, List<Membership> tenants) {
        String token = accessTokens.issue(account, issued.sessionId(), tenant.map(Membership::tenant));
        return new SignedIn(
                token, AccessTokens.LIFETIME.toSeconds(), issued.refreshToken(), issued.expiresAt(), tenant, tenants);
    }

    private Account authenticate(String email, String password) {
        Optional<Account> account = accounts.byEmail(email).filter(found -> !found.isDisabled());
        if (!passwordHashes.verify(password, account.map(Account::passwordHash))) {
            throw ProblemException.of(ProblemType.UNAUTHENTICATED, Text.of("tenant.bad-credentials"));
        }
        return account.orElseThrow();
    }

    private void requireSecondFactor(Account account, Optional<String> code, String networkAddress) {
        if (!secondFactor.isEnabled(account.id())) {
            return;
        }
        if (code.isEmpty()) {
            throttle.forgive(account.email(), networkAddress);
            throw secondFactorRefusal("tenant.second-factor-needed");
        }
        if (!secondFactor.accepts(account.id(), code.get())) {
            throw secondFactorRefusal("tenant.second-factor-wrong");
        }
    }

    private static ProblemException secondFactorRefusal(String text) {
        return new ProblemException(
                ProblemType.UNAUTHENTICATED, Text.of(text), List.of(), Map.of("secondFactor", "totp"));
    }

    private Optional<Membership> choose(Account account, List<Membership> all, Collection<String> named) {
        if (account.isPlatformAdmin() && all.isEmpty()) {
            return Optional.empty();
        }
        if (!named.isEmpty()) {
            Membership wanted = TenantChoice.named(all, named);
            if (!account.isPlatformAdmin()) {
                tenants.requireOpen(wanted.tenant());
            }
            return Optional.of(wanted);
        }
        List<Membership> open = all.stream()
                .filter(membership -> membership.status().isOpen() || account.isPlatformAdmin())
                .toList();
        return open.size() == 1 ? Optional.of(open.get(0)) : TenantChoice.of(open, account.lastTenant());
    }

    private Sessions.Issued open(Account account, Optional<TenantId> tenant) {
        return tenant.map(id -> TenantContext.call(id, () -> sessions.open(account, tenant)))
                .orElseGet(() -> sessions.open(account, tenant));
    }
}
