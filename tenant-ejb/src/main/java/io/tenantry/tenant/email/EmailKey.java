package io.tenantry.tenant.email;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an e-mail is about. Whoever sends one gives exactly the {@link #variables()}, as finished text in the
 * recipient's language; {@link #BRAND} and {@link #ORGANIZATION} are filled in from the tenant.
 */
public enum EmailKey {
    /** Somebody proves an address; {@code organization} is what they want to found, {@code account} the one there is. */
    EMAIL_PROOF("emailProof", "name", "organization", "account", "link", "hours"),
    INVITATION("invitation", "inviter", "role", "link", "days"),
    PASSWORD_RESET("passwordReset", "name", "link", "minutes"),
    /** A tenant has used most of what a plan includes, or all of it. */
    LIMIT_WARNING("limitWarning", "resource", "percent", "used", "limit", "link"),
    TRIAL_ENDING("trialEnding", "days", "endsOn", "link"),
    INVOICE_ISSUED("invoiceIssued", "number", "amount", "dueOn", "link"),
    PAYMENT_FAILED("paymentFailed", "number", "amount", "nextAttemptOn", "link"),
    TENANT_SUSPENDED("tenantSuspended", "reason", "link"),
    /** A webhook was switched off because nothing could be delivered for long. */
    WEBHOOK_FAILED("webhookFailed", "host", "days", "link");

    /** The name under which the recipient knows the service. */
    public static final String BRAND = "brand";

    /** The tenant's name; empty in e-mail without a tenant, unless it is given. */
    public static final String ORGANIZATION = "organization";

    private final String code;
    private final List<String> variables;

    EmailKey(String code, String... variables) {
        this.code = code;
        this.variables = List.of(variables);
    }

    /** Its name in addresses, templates and the database. */
    public String code() {
        return code;
    }

    /** What the sender of the e-mail says. */
    public List<String> variables() {
        return variables;
    }

    /** What a template of this key may name. */
    public List<String> allVariables() {
        return Stream.concat(variables.stream(), Stream.of(ORGANIZATION, BRAND))
                .distinct()
                .toList();
    }

    public static Optional<EmailKey> find(String code) {
        return Arrays.stream(values()).filter(key -> key.code.equals(code)).findFirst();
    }
}
