package io.tenantry.tenant.attachment;

import java.util.UUID;

/**
 * A kind of rows that files can be attached to; make it a bean, and call {@code app.attachable} for its table in a
 * migration. Who may do what with the files, its resources say.
 */
public interface AttachableEntity {

    /** Named as in the API: {@code transitos}. */
    String entity();

    /** Whether there is such a row in the thread's tenant; called in a transaction. */
    boolean exists(UUID id);
}
