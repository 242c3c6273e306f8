package io.tenantry.tenant.domain;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.secret.Secrets;
import io.tenantry.platform.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A domain that the tenant says is its own. It is, once a TXT record below it holds what only this registration was told,
 * and until checks have missed that record often and long enough.
 */
@Entity
@Table(name = "tenant_domain")
public class TenantDomain extends TenantEntity {

    static final int MISSES = 3;
    static final Duration MISSED_FOR = Duration.ofHours(72);

    private String domain;
    private String challenge;
    private String status;

    @Column(name = "failed_checks")
    private int failedChecks;

    @Column(name = "failing_since")
    private Instant failingSince;

    @Column(name = "checked_at")
    private Instant checkedAt;

    @Column(name = "verified_at")
    private Instant verifiedAt;

    protected TenantDomain() {}

    TenantDomain(DomainName name, Instant now) {
        super(Ids.next(), now);
        this.domain = name.ascii();
        this.challenge = "tenantry-verification=" + Secrets.next();
        this.status = DomainStatus.PENDING.code();
    }

    public DomainName name() {
        return new DomainName(domain);
    }

    public DomainStatus status() {
        return DomainStatus.of(status);
    }

    /** What the TXT record has to hold. */
    String challenge() {
        return challenge;
    }

    /** The record was found. */
    void proven(Instant now) {
        if (!status().isInForce()) {
            verifiedAt = now;
        }
        status = DomainStatus.VERIFIED.code();
        checkedAt = now;
        failedChecks = 0;
        failingSince = null;
    }

    /** The DNS says that there is no such record. What was never proven or is lapsed stays so. */
    void missed(Instant now) {
        checkedAt = now;
        if (!status().isInForce()) {
            return;
        }
        if (failedChecks++ == 0) {
            failingSince = now;
        }
        boolean over = failedChecks >= MISSES && !failingSince.plus(MISSED_FOR).isAfter(now);
        status = (over ? DomainStatus.LAPSED : DomainStatus.FAILING).code();
    }

    /** As the activity log shows it. */
    Map<String, Object> snapshot() {
        return Map.of("domain", domain, "status", status);
    }

    DomainView view() {
        return new DomainView(
                id(),
                domain,
                name().unicode(),
                status,
                new DomainView.ProofRecord("TXT", name().challengeName(), challenge),
                checkedAt,
                verifiedAt,
                createdAt(),
                version());
    }
}
