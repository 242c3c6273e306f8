package io.tenantry.tenant.attachment;

import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.attachment.internal.AttachmentSteps;
import io.tenantry.tenant.attachment.internal.BlobStores;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Reads what is attached to a row. */
@Stateless
public class FindAttachments {

    private static final List<SortKey<Attachment>> ORDERS =
            List.of(SortKey.ofInstant("createdAt", "e.createdAt", Attachment::createdAt));

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    AttachmentSteps steps;

    @Inject
    BlobStores stores;

    /** @throws ProblemException {@code not-found} if there is no such row */
    public Page<AttachmentView> page(AttachedTo to, PageRequest request) {
        steps.require(to);
        Page<Attachment> page = new KeysetQuery<>(
                        entityManager, Attachment.class, "select e from Attachment e", ORDERS, Attachment::id)
                .whereEqual("e.entity", to.entity())
                .whereEqual("e.entityId", to.id())
                .whereEqual("e.status", Attachment.Status.stored)
                .page(request);
        return new Page<>(page.items().stream().map(Attachment::view).toList(), page.nextCursor());
    }

    /** @throws ProblemException {@code not-found} */
    public AttachmentView get(AttachedTo to, UUID id) {
        return steps.stored(to, id).view();
    }

    /** @throws ProblemException {@code not-found} */
    public StoredFile open(AttachedTo to, UUID id) {
        return stores.file(steps.stored(to, id));
    }
}
