package io.tenantry.tenant.signup.internal;

import io.tenantry.platform.secret.Secrets;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.email.EmailKey;
import io.tenantry.tenant.email.EmailLinks;
import io.tenantry.tenant.email.OneLine;
import io.tenantry.tenant.email.SendEmail;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.member.Accounts;
import io.tenantry.tenant.signup.SignupRequest;
import io.tenantry.tenant.signup.SignupValues;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Notes a sign-up and writes the e-mail with its token, which is nowhere else. */
@Stateless
public class KeepSignup {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    Accounts accounts;

    @Inject
    SendEmail email;

    @Inject
    EmailLinks links;

    @Inject
    BusinessClock clock;

    /** Whoever has a disabled account gets no e-mail. */
    public void keep(SignupValues values, String passwordHash, Locale language) {
        String token = Secrets.next();
        entityManager.persist(new SignupRequest(token, values, passwordHash, clock.wallClock()));
        Optional<Account> account = accounts.byEmail(values.email());
        if (account.filter(Account::isDisabled).isEmpty()) {
            email.fromPlatform(
                    values.email(),
                    language,
                    EmailKey.EMAIL_PROOF,
                    variables(values, token, account.map(Account::email).orElse("")));
        }
    }

    private Map<String, String> variables(SignupValues values, String token, String account) {
        return Map.of(
                "name",
                OneLine.of(values.displayName()),
                "organization",
                OneLine.of(values.organization()),
                "account",
                account,
                // behind the hash, so that it is in no log
                "link",
                links.platform("/proof.html#token=" + token),
                "hours",
                String.valueOf(SignupRequest.LIFETIME.toHours()));
    }
}
