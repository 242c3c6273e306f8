package io.tenantry.tenant.plan;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.money.Rounding;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One version of a plan: what it costs, which features it opens and how much of each resource it allows.
 *
 * <p>A published version is never changed; tenants stay on theirs until they are moved. A plan reserved for one tenant
 * is visible to it alone.
 */
@Entity
@Table(name = "tenant_plan")
public class TenantPlan {

    @Id
    private UUID id;

    private String code;
    private int version;
    private String name;
    private String currency;
    private BigDecimal amount;
    private BigDecimal minimum;
    private String interval;

    @Column(name = "trial_days")
    private int trialDays;

    @Column(name = "public")
    private boolean published;

    @Column(name = "reserved_for")
    private UUID reservedFor;

    private long revision;

    @Column(name = "created_at")
    private Instant createdAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "tenant_plan_feature", joinColumns = @JoinColumn(name = "plan_id"))
    @Column(name = "feature")
    private Set<String> features = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "tenant_plan_limit", joinColumns = @JoinColumn(name = "plan_id"))
    private Set<PlanLimit> limits = new HashSet<>();

    protected TenantPlan() {}

    /** Not yet on offer. */
    TenantPlan(String code, int version, UUID reservedFor, PlanValues values, Instant now) {
        this.id = Ids.next();
        this.code = code;
        this.version = version;
        this.reservedFor = reservedFor;
        this.revision = 1;
        this.createdAt = now;
        this.name = values.name();
        this.currency = values.price().currency().getCurrencyCode();
        this.amount = values.price().amount();
        this.minimum = values.minimum() == null ? null : values.minimum().amount();
        this.interval = values.interval();
        this.trialDays = values.trialDays();
        this.features.addAll(values.features());
        values.limits().forEach(limit -> limits.add(new PlanLimit(limit)));
    }

    /** Puts it on offer or takes it off, which is all that ever changes of it. */
    void offer(boolean onOffer) {
        if (published != onOffer) {
            published = onOffer;
            revision++;
        }
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public int version() {
        return version;
    }

    /** Whether tenants can be given it. */
    public boolean isPublished() {
        return published;
    }

    /** The only tenant that can have it and sees it. */
    public Optional<UUID> reservedFor() {
        return Optional.ofNullable(reservedFor);
    }

    long revision() {
        return revision;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String name() {
        return name;
    }

    /** ISO 4217. */
    public String currency() {
        return currency;
    }

    public BigDecimal amount() {
        return amount;
    }

    /** What a whole interval costs. */
    public Money price() {
        return money(amount);
    }

    /** What the invoice of a period comes to at least, before discounts and tax. */
    public Optional<Money> minimum() {
        return Optional.ofNullable(minimum).map(this::money);
    }

    private Money money(BigDecimal stored) {
        return Rounding.toMoney(stored, Currency.getInstance(currency));
    }

    /** {@code month} or {@code year}. */
    public String interval() {
        return interval;
    }

    public int trialDays() {
        return trialDays;
    }

    public Set<String> features() {
        return Set.copyOf(features);
    }

    public Set<PlanLimit> limits() {
        return Set.copyOf(limits);
    }
}
