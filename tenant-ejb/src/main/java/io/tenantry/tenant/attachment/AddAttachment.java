package io.tenantry.tenant.attachment;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.attachment.internal.AttachmentSteps;
import io.tenantry.tenant.attachment.internal.BlobStores;
import io.tenantry.tenant.attachment.internal.FileRules;
import io.tenantry.tenant.attachment.internal.ReceivedFile;
import io.tenantry.tenant.attachment.internal.RemoveFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/**
 * Attaches a file to a row. Outside of transactions: the place in the plan is taken in a first one, then the bytes are
 * stored, then a second one shows the file. Whatever is interrupted, {@link CleanUpAttachments} takes back.
 */
@ApplicationScoped
public class AddAttachment {

    @Inject
    FileRules rules;

    @Inject
    BlobStores stores;

    @Inject
    AttachmentSteps steps;

    @Inject
    RemoveFile remove;

    protected AddAttachment() {}

    /** For use without a container. */
    public AddAttachment(FileRules rules, BlobStores stores, AttachmentSteps steps, RemoveFile remove) {
        this.rules = rules;
        this.stores = stores;
        this.steps = steps;
        this.remove = remove;
    }

    /**
     * @param name as the client calls the file
     * @throws ProblemException {@code not-found}, {@code validation}, {@code payload-too-large}, {@code
     *     unsupported-media-type}, {@code limit-exceeded}
     */
    public AttachmentView add(AttachedTo to, String name, InputStream content) throws IOException {
        steps.require(to);
        try (ReceivedFile file = rules.receive(name, content)) {
            BlobStore store = stores.current();
            UUID id = steps.begin(to, file, store.name());
            return stored(id, file, store);
        }
    }

    private AttachmentView stored(UUID id, ReceivedFile file, BlobStore store) throws IOException {
        boolean done = false;
        try {
            store.put(id, file::open, file.size());
            AttachmentView view = steps.finish(id);
            done = true;
            return view;
        } finally {
            if (!done) {
                remove.attempt(id);
            }
        }
    }
}
