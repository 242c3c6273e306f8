package io.tenantry.tenant.attachment.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** Removes the bytes of a file and then its row; outside of transactions. */
@ApplicationScoped
public class RemoveFile {

    private static final System.Logger LOGGER = System.getLogger(RemoveFile.class.getName());

    @Inject
    AttachmentSteps steps;

    @Inject
    BlobStores stores;

    /** A file that is not to be shown any more; one that is stays. */
    public void now(UUID id) throws IOException {
        Optional<String> store = steps.giveUp(id);
        if (store.isPresent()) {
            stores.named(store.get()).delete(id);
            steps.forget(id);
        }
    }

    /** Likewise; what cannot be removed now is left for the clean-up. */
    public void attempt(UUID id) {
        try {
            now(id);
        } catch (IOException | RuntimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "attachment " + id + " could not be removed; tried again later", e);
        }
    }
}
