package io.tenantry.tenant.attachment;

import io.tenantry.tenant.attachment.internal.AttachmentSteps;
import io.tenantry.tenant.attachment.internal.BlobStores;
import io.tenantry.tenant.lifecycle.OutsideData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The files of a tenant that is purged; those in the database go with its rows. */
@ApplicationScoped
public class RemoveOutsideFiles implements OutsideData {

    private static final int AT_ONCE = 200;

    @Inject
    AttachmentSteps steps;

    @Inject
    BlobStores stores;

    @Override
    public void remove() {
        List<Attachment> files = steps.outside(AT_ONCE);
        while (!files.isEmpty()) {
            files.forEach(this::remove);
            files = steps.outside(AT_ONCE);
        }
    }

    private void remove(Attachment file) {
        try {
            stores.named(file.store()).delete(file.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        steps.drop(file.id());
    }
}
