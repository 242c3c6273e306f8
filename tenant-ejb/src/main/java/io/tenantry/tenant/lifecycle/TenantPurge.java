package io.tenantry.tenant.lifecycle;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The proof that a tenant's rows are gone. The database writes it; the application may not even try. */
@Entity
@Table(name = "tenant_purge")
public class TenantPurge {

    @Id
    private UUID id;

    private String slug;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "started_by")
    private String startedBy;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Column(name = "rows_removed")
    private long rowsRemoved;

    @Column(name = "rows_left")
    private Long rowsLeft;

    @ElementCollection
    @CollectionTable(name = "tenant_purge_table", joinColumns = @JoinColumn(name = "purge_id"))
    private Set<PurgedTable> tables = new HashSet<>();

    protected TenantPurge() {}

    Set<PurgedTable> tables() {
        return Set.copyOf(tables);
    }
}
