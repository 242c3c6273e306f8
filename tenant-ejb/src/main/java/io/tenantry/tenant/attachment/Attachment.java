package io.tenantry.tenant.attachment;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantEntity;
import io.tenantry.tenant.attachment.internal.ReceivedFile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A file that is attached to a row, without its bytes: those are in a {@link BlobStore}. */
@Entity
@Table(name = "attachment")
public class Attachment extends TenantEntity {

    /** Named as in the database. Only stored files are shown; the others count for nothing, or will not for long. */
    public enum Status {
        uploading,
        stored,
        deleting
    }

    private String entity;

    @Column(name = "entity_id")
    private UUID entityId;

    private String name;

    @Column(name = "media_type")
    private String mediaType;

    private long size;
    private String sha256;
    private String store;

    @Enumerated(EnumType.STRING)
    private Status status = Status.uploading;

    @Column(name = "touched_at")
    private Instant touchedAt;

    @Column(name = "created_by")
    private String createdBy;

    protected Attachment() {}

    /**
     * @param now of the business clock
     * @param touched by the real time
     */
    public Attachment(AttachedTo to, ReceivedFile file, String store, String createdBy, Instant now, Instant touched) {
        super(Ids.next(), now);
        entity = to.entity();
        entityId = to.id();
        name = file.name();
        mediaType = file.mediaType();
        size = file.size();
        sha256 = file.sha256();
        this.store = store;
        this.createdBy = createdBy;
        touchedAt = touched;
    }

    public boolean is(Status wanted) {
        return status == wanted;
    }

    public boolean isOf(AttachedTo to) {
        return entity.equals(to.entity()) && entityId.equals(to.id());
    }

    public void become(Status next, Instant touched) {
        status = next;
        touchedAt = touched;
    }

    public long size() {
        return size;
    }

    public String store() {
        return store;
    }

    public AttachmentView view() {
        return new AttachmentView(id(), name, mediaType, size, sha256, createdBy, createdAt(), version());
    }

    /** For the activity log. */
    public Map<String, Object> snapshot() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("entity", entity);
        values.put("entityId", entityId.toString());
        values.put("name", name);
        values.put("mediaType", mediaType);
        values.put("size", size);
        values.put("sha256", sha256);
        return values;
    }
}
