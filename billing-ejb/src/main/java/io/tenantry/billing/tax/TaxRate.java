package io.tenantry.billing.tax;

import io.tenantry.billing.invoicing.Taxation;
import io.tenantry.platform.id.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A tax of a country, or of a region of it, for some time. It ends; it never changes. */
@Entity
@Table(name = "tax_rate")
public class TaxRate {

    @Id
    private UUID id;

    private String country;
    private String region;
    private String name;
    private BigDecimal percent;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    protected TaxRate() {}

    TaxRate(TaxRateValues values, Instant now) {
        this.id = Ids.next();
        this.country = values.country();
        this.region = values.region();
        this.name = values.name();
        this.percent = values.percent();
        this.validFrom = values.validFrom();
        this.validTo = values.validTo();
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    Instant createdAt() {
        return createdAt;
    }

    long version() {
        return version;
    }

    TaxRateValues values() {
        return new TaxRateValues(
                country,
                region,
                name,
                new BigDecimal(percent.stripTrailingZeros().toPlainString()),
                validFrom,
                validTo);
    }

    /** @param day the first one on which it is no longer due */
    void endOn(LocalDate day) {
        validTo = day;
    }

    boolean isInForce(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || validTo.isAfter(day));
    }

    /** Whether it is one of the region's own; a rate of the whole country is of no region. */
    boolean isOf(String otherRegion) {
        return region.equals(otherRegion);
    }

    Taxation.Rate rate() {
        return new Taxation.Rate(values().name(), values().percent());
    }
}
