package io.tenantry.billing.profile;

import io.tenantry.billing.invoicing.Taxation.Treatment;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;

/** To whom a tenant's invoices are addressed, and how they are taxed: the one there is. */
@Entity
@Table(name = "billing_profile")
public class BillingProfile extends TenantEntity {

    @Column(name = "legal_name")
    private String legalName;

    private String street;

    @Column(name = "postal_code")
    private String postalCode;

    private String city;
    private String region;
    private String country;
    private String email;

    @Column(name = "tax_id")
    private String taxId;

    @Column(name = "tax_treatment")
    private String treatment = Treatment.STANDARD.code();

    @Column(name = "prices_include_tax")
    private boolean pricesIncludeTax;

    protected BillingProfile() {}

    BillingProfile(Instant now) {
        super(Ids.next(), now);
    }

    public ProfileValues values() {
        return new ProfileValues(legalName, street, postalCode, city, region, country, email, taxId);
    }

    public Treatment treatment() {
        return Treatment.of(treatment);
    }

    public boolean pricesIncludeTax() {
        return pricesIncludeTax;
    }

    /** Whoever is at another place or has another tax id is taxed as usual, until the platform has looked at it. */
    void set(ProfileValues values) {
        if (!Objects.equals(country, values.country()) || !Objects.equals(taxId, values.taxId())) {
            treatment = Treatment.STANDARD.code();
        }
        legalName = values.legalName();
        street = values.street();
        postalCode = values.postalCode();
        city = values.city();
        region = values.region();
        country = values.country();
        email = values.email();
        taxId = values.taxId();
    }

    void tax(Treatment as, boolean inclusive) {
        treatment = as.code();
        pricesIncludeTax = inclusive;
    }
}
