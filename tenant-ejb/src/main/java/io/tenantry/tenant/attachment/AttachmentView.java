package io.tenantry.tenant.attachment;

import java.time.Instant;
import java.util.UUID;

/**
 * A file as read, without its content.
 *
 * @param mediaType what its content is, not what it was said to be
 * @param size in bytes
 * @param sha256 of its content, in hexadecimal
 * @param createdBy who added it: an e-mail address, or the name of an API key
 */
public record AttachmentView(
        UUID id,
        String name,
        String mediaType,
        long size,
        String sha256,
        String createdBy,
        Instant createdAt,
        long version) {}
