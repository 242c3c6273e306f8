package io.tenantry.tenant.attachment;

import java.util.UUID;

/**
 * The row that files are attached to.
 *
 * @param entity the name of an {@link AttachableEntity}
 */
public record AttachedTo(String entity, UUID id) {}
