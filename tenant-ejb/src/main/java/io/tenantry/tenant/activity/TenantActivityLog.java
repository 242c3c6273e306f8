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

    @Column(name = "acting_as")
    private String actingAs;

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
        ActorNames names = ActorNames.of(caller);
        this.actorId = names.id();
        this.actor = names.name();
        this.actorKind = names.kind().name().toLowerCase(Locale.ROOT);
        this.actingAs = names.actingAs();
        this.requestId = caller.requestId();
        this.action = action;
        this.entity = entity;
        this.entityId = entityId;
        this.before = before;
        this.after = after;
    }

    /** Who really acts stands in the log, and besides as whom. */
    private record ActorNames(UUID id, String name, Caller.Kind kind, String actingAs) {

        static ActorNames of(Caller caller) {
            Caller.Impersonator real = caller.impersonator();
            return real == null
                    ? new ActorNames(caller.accountId(), caller.name(), caller.kind(), null)
                    : new ActorNames(real.accountId(), real.name(), Caller.Kind.PLATFORM, real.as());
        }
    }
}
