package io.tenantry.billing.invoicing;

import io.tenantry.billing.invoicing.internal.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who issues the invoices, by the configuration; each invoice keeps what was so on its day. */
@ApplicationScoped
public class Seller {

    @Inject
    @ConfigProperty(name = "tenantry.seller.name", defaultValue = "Tenantry")
    String name;

    @Inject
    @ConfigProperty(name = "tenantry.seller.street")
    Optional<String> street;

    @Inject
    @ConfigProperty(name = "tenantry.seller.postal-code")
    Optional<String> postalCode;

    @Inject
    @ConfigProperty(name = "tenantry.seller.city")
    Optional<String> city;

    @Inject
    @ConfigProperty(name = "tenantry.seller.region")
    Optional<String> region;

    @Inject
    @ConfigProperty(name = "tenantry.seller.country")
    Optional<String> country;

    @Inject
    @ConfigProperty(name = "tenantry.seller.email")
    Optional<String> email;

    @Inject
    @ConfigProperty(name = "tenantry.seller.tax-id")
    Optional<String> taxId;

    @Inject
    @ConfigProperty(name = "tenantry.invoice.due-days", defaultValue = "14")
    int dueDays;

    /** As invoices keep it. */
    String json() {
        Map<String, Object> members = new TreeMap<>(Map.of("name", name));
        street.ifPresent(value -> members.put("street", value));
        postalCode.ifPresent(value -> members.put("postalCode", value));
        city.ifPresent(value -> members.put("city", value));
        region.ifPresent(value -> members.put("region", value));
        country.ifPresent(value -> members.put("country", value));
        email.ifPresent(value -> members.put("email", value));
        taxId.ifPresent(value -> members.put("taxId", value));
        return JsonText.of(members);
    }

    /** Days from issue to due. */
    int dueDays() {
        return dueDays;
    }
}
