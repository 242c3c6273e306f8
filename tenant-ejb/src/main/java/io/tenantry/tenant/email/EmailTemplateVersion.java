package io.tenantry.tenant.email;

import java.time.Instant;
import java.util.UUID;

/** A version of a template, without its texts. */
public record EmailTemplateVersion(UUID id, long no, boolean isDefault, Instant createdAt, String createdBy) {}
