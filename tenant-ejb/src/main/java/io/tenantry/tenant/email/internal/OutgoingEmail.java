package io.tenantry.tenant.email.internal;

import io.tenantry.tenant.email.EmailTemplate;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An e-mail ready to be sent.
 *
 * @param id of its row in the outbox: the same message in every attempt
 * @param content filled in
 */
public record OutgoingEmail(
        UUID id,
        String senderName,
        String senderAddress,
        Optional<String> replyTo,
        String recipient,
        EmailTemplate content,
        String language,
        Instant date) {}
