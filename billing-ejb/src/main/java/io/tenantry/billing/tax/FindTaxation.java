package io.tenantry.billing.tax;

import io.tenantry.billing.invoicing.Taxation;
import io.tenantry.billing.invoicing.Taxation.Treatment;
import io.tenantry.billing.profile.BillingProfile;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Tells how the invoices of the thread's tenant are taxed. */
@Stateless
public class FindTaxation {

    private static final String NOTE = "billing.invoice.note.reverse-charge";

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    /**
     * On a local day of the tenant. Nobody is taxed of whom no place is known.
     *
     * @param day of the invoice
     */
    public Taxation on(LocalDate day) {
        return entityManager
                .createQuery("select p from BillingProfile p", BillingProfile.class)
                .getResultStream()
                .findFirst()
                .map(profile -> of(profile, day))
                .orElse(Taxation.NONE);
    }

    /** The text that an invoice has to carry by law, by its key. */
    public static Optional<String> noteKey(Treatment treatment) {
        return treatment == Treatment.REVERSE_CHARGE ? Optional.of(NOTE) : Optional.empty();
    }

    private Taxation of(BillingProfile profile, LocalDate day) {
        List<Taxation.Rate> rates = profile.treatment() == Treatment.STANDARD
                ? RatesInForce.of(
                        rates(profile.values().country()), profile.values().region(), day)
                : List.of();
        return new Taxation(profile.treatment(), profile.pricesIncludeTax(), rates);
    }

    private List<TaxRate> rates(String country) {
        return entityManager
                .createQuery("select r from TaxRate r where r.country = :country", TaxRate.class)
                .setParameter("country", country)
                .getResultList();
    }
}
