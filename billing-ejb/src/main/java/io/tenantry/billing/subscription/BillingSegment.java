package io.tenantry.billing.subscription;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The days of a usage period in which an earlier plan was in force: their usage is priced by it. */
@Entity
@Table(name = "billing_segment")
public class BillingSegment extends TenantEntity {

    @Column(name = "plan_id")
    private UUID planId;

    @Column(name = "period_start")
    private LocalDate periodStart;

    private LocalDate starts;
    private LocalDate ends;

    protected BillingSegment() {}

    BillingSegment(UUID planId, LocalDate periodStart, Period days, Instant now) {
        super(Ids.next(), now);
        this.planId = planId;
        this.periodStart = periodStart;
        this.starts = days.start();
        this.ends = days.end();
    }

    public UUID planId() {
        return planId;
    }

    /** The usage period it belongs to. */
    public LocalDate periodStart() {
        return periodStart;
    }

    public Period days() {
        return new Period(starts, ends);
    }
}
