package io.tenantry.tenant.activity;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** One thing that was done in a tenant. Rows are added, never changed: the application may not even try. */
@Entity
@Table(name = "tenant_activity_log")
public class TenantActivityLog extends TenantEntity {

    @Column(name = "actor_id")
    private UUID actorId;

    private String actor;

    @Column(name = "actor_kind")
    private String actorKind;

    private String action;
    private String entity;

    @Column(name = "entity_id")
    private UUID entityId;

    private String before;
    private String after;

    @Column(name = "request_id")
    private String requestId;

    protected TenantActivityLog() {}

    TenantActivityLog(
            Caller caller, String action, String entity, UUID entityId, String before, String after, Instant now) {
        super(Ids.next(), now);
        this.actorId = caller.accountId();
        this.actor = caller.name();
        this.actorKind = caller.kind().name().toLowerCase(Locale.ROOT);
        this.requestId = caller.requestId();
        this.action = action;
        this.entity = entity;
        this.entityId = entityId;
        this.before = before;
        this.after = after;
    }
}
