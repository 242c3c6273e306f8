package io.tenantry.tenant.signin.internal;

import io.tenantry.platform.secret.Secrets;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.email.EmailKey;
import io.tenantry.tenant.email.EmailLinks;
import io.tenantry.tenant.email.OneLine;
import io.tenantry.tenant.email.SendEmail;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.member.Accounts;
import io.tenantry.tenant.signin.internal.sql.ResetStatements;
import io.tenantry.tenant.signin.internal.sql.ResetStatements.Reset;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Writes the e-mail with a token to reset a password, if there is somebody to have it. The token is nowhere else. */
@Stateless
public class SendReset {

    private static final Duration LIFETIME = Duration.ofMinutes(30);

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

    @Asynchronous
    public void send(String address, Locale language) {
        accounts.byEmail(address)
                .filter(account -> !account.isDisabled())
                .ifPresent(account -> send(account, language));
    }

    private void send(Account account, Locale language) {
        String token = Secrets.next();
        Reset reset = new Reset(account.id(), Secrets.hash(account.passwordHash()));
        ResetStatements.put(
                entityManager, reset, Secrets.hash(token), clock.wallClock().plus(LIFETIME));
        Map<String, String> variables = Map.of(
                "name",
                OneLine.of(account.displayName()),
                // behind the hash, so that it is in no log
                "link",
                links.platform("/reset.html#token=" + token),
                "minutes",
                String.valueOf(LIFETIME.toMinutes()));
        email.fromPlatform(account.email(), language, EmailKey.PASSWORD_RESET, variables);
    }
}
