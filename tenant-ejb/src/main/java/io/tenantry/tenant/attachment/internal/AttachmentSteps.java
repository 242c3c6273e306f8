package io.tenantry.tenant.attachment.internal;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.metering.Limits;
import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.persistence.Versions;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.attachment.AttachableEntity;
import io.tenantry.tenant.attachment.AttachedTo;
import io.tenantry.tenant.attachment.Attachment;
import io.tenantry.tenant.attachment.Attachment.Status;
import io.tenantry.tenant.attachment.AttachmentView;
import io.tenantry.tenant.registry.Tenant;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The steps in the life of a file, each one transaction. */
@Stateless
public class AttachmentSteps {

    private static final String STORAGE = "storage";

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    @Any
    Instance<AttachableEntity> entities;

    @Inject
    Limits limits;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /** @throws ProblemException {@code not-found} if there is no such row */
    public void require(AttachedTo to) {
        if (entities.stream().noneMatch(kind -> kind.entity().equals(to.entity()) && kind.exists(to.id()))) {
            throw ProblemException.notFound();
        }
    }

    /**
     * Takes the place of the file in the plan.
     *
     * @throws ProblemException {@code limit-exceeded}; {@code conflict} if the row has just gone
     */
    public UUID begin(AttachedTo to, ReceivedFile file, String store) {
        Attachment attachment =
                new Attachment(to, file, store, Caller.current().name(), clock.now(), clock.wallClock());
        entityManager.persist(attachment);
        Text gone = Text.of("tenant.attachment-nowhere");
        Flush.now(entityManager, gone, gone);
        limits.take(STORAGE, file.size());
        return attachment.id();
    }

    /**
     * Shows the file.
     *
     * @throws ProblemException {@code conflict} if it took so long that it was given up
     */
    public AttachmentView finish(UUID id) {
        Attachment attachment = locked(id)
                .filter(found -> found.is(Status.uploading))
                .orElseThrow(() -> ProblemException.conflict("tenant.attachment-given-up"));
        attachment.become(Status.stored, clock.wallClock());
        entityManager.flush();
        activity.changed("attachment.added", "attachment", id, null, attachment.snapshot());
        return attachment.view();
    }

    /** @throws ProblemException {@code not-found} */
    public Attachment stored(AttachedTo to, UUID id) {
        require(to);
        return stored(id).filter(attachment -> attachment.isOf(to)).orElseThrow(ProblemException::notFound);
    }

    /** For whoever has a link to it: only while members may work in the tenant. */
    public Optional<Attachment> published(UUID id) {
        return Optional.ofNullable(entityManager.find(
                        Tenant.class, TenantContext.required().value()))
                .filter(tenant -> tenant.status().isOpen())
                .flatMap(tenant -> stored(id));
    }

    /** @throws ProblemException {@code not-found}, {@code precondition-failed} */
    public void delete(AttachedTo to, UUID id, OptionalLong expected) {
        require(to);
        Attachment attachment = Versions.load(entityManager, Attachment.class, id, OptionalLong.empty());
        if (!attachment.isOf(to) || !attachment.is(Status.stored)) {
            throw ProblemException.notFound();
        }
        Versions.require(expected, attachment.version());
        release(attachment);
        activity.deleted("attachment", id, attachment.snapshot());
    }

    /**
     * Gives back what an upload that came to nothing had taken.
     *
     * @return where its bytes are to be removed; empty if there is nothing to remove
     */
    public Optional<String> giveUp(UUID id) {
        Optional<Attachment> attachment = locked(id).filter(found -> !found.is(Status.stored));
        attachment.filter(found -> found.is(Status.uploading)).ifPresent(this::release);
        return attachment.map(Attachment::store);
    }

    /** Once its bytes are gone. */
    public void forget(UUID id) {
        locked(id).filter(found -> found.is(Status.deleting)).ifPresent(entityManager::remove);
    }

    /** Some of those whose bytes are not in the database, however far they got. */
    public List<Attachment> outside(int most) {
        return entityManager
                .createQuery("select a from Attachment a where a.store <> :inside", Attachment.class)
                .setParameter("inside", PostgresBlobs.NAME)
                .setMaxResults(most)
                .getResultList();
    }

    /** With its tenant, once its bytes are gone. */
    public void drop(UUID id) {
        locked(id).ifPresent(entityManager::remove);
    }

    private Optional<Attachment> stored(UUID id) {
        return Optional.ofNullable(entityManager.find(Attachment.class, id)).filter(found -> found.is(Status.stored));
    }

    private void release(Attachment attachment) {
        attachment.become(Status.deleting, clock.wallClock());
        limits.release(STORAGE, attachment.size());
    }

    private Optional<Attachment> locked(UUID id) {
        return Optional.ofNullable(entityManager.find(Attachment.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
}
