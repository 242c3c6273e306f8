package io.tenantry.tenant.attachment;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.attachment.internal.AttachmentSteps;
import io.tenantry.tenant.attachment.internal.RemoveFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import java.util.UUID;

/** Takes a file off a row; outside of transactions. Its bytes go after the commit. */
@ApplicationScoped
public class DeleteAttachment {

    @Inject
    AttachmentSteps steps;

    @Inject
    RemoveFile remove;

    /** @throws ProblemException {@code not-found}, {@code precondition-failed} */
    public void delete(AttachedTo to, UUID id, OptionalLong expected) {
        steps.delete(to, id, expected);
        remove.attempt(id);
    }
}
