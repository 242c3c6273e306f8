package io.tenantry.tenant.signin;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.email.EmailAddress;
import io.tenantry.tenant.signin.internal.SendReset;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/**
 * Sends whoever forgot their password a link to choose another. Whether there is an account is looked up after the answer:
 * neither it nor its duration tells.
 */
@ApplicationScoped
public class ForgotPassword {

    @Inject
    MailThrottle throttle;

    @Inject
    SendReset send;

    /** @throws ProblemException {@code validation}, {@code rate-limited} */
    public void request(String email, Locale language, String networkAddress) {
        String address = EmailAddress.parse("/email", email.strip()).value();
        if (!throttle.admit("reset", address, networkAddress)) {
            throw MailThrottle.refusal();
        }
        send.send(address, language);
    }
}
