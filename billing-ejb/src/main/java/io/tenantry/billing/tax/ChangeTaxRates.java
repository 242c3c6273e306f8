package io.tenantry.billing.tax;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.caller.ContextLogger;
import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Keeps the tax rates, for the administrator of the platform. They are of no tenant. */
@Stateless
public class ChangeTaxRates {

    private static final System.Logger LOGGER = ContextLogger.of(ChangeTaxRates.class);

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final List<SortKey<TaxRate>> ORDERS =
            List.of(SortKey.ofInstant("createdAt", "e.createdAt", TaxRate::createdAt));

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    BusinessClock clock;

    /** @param country {@code null} for all */
    public Page<StoredTaxRate> page(String country, PageRequest request) {
        Page<TaxRate> page = new KeysetQuery<>(
                        entityManager, TaxRate.class, "select e from TaxRate e", ORDERS, TaxRate::id)
                .whereEqual("e.country", country)
                .page(request);
        return new Page<>(page.items().stream().map(ChangeTaxRates::view).toList(), page.nextCursor());
    }

    /** @throws ProblemException {@code not-found} */
    public StoredTaxRate get(UUID id) {
        TaxRate rate = entityManager.find(TaxRate.class, id);
        if (rate == null) {
            throw ProblemException.notFound();
        }
        return view(rate);
    }

    /** @throws ProblemException {@code validation}; {@code conflict} if there is one of that name from that day on */
    public StoredTaxRate create(TaxRateValues values) {
        if (!COUNTRIES.contains(values.country())) {
            throw ProblemException.invalid("/country", "billing.country");
        }
        requireOrder(values.validFrom(), values.validTo());
        TaxRate rate = new TaxRate(values, clock.now());
        entityManager.persist(rate);
        Text taken = Text.of("billing.tax-rate-taken");
        Flush.now(entityManager, taken, taken);
        log("taxRate.created", rate.id());
        return view(rate);
    }

    /**
     * @param validTo the first day on which it is no longer due
     * @throws ProblemException {@code not-found}, {@code precondition-failed}, {@code validation}
     */
    public StoredTaxRate end(UUID id, LocalDate validTo, OptionalLong expected) {
        TaxRate rate = entityManager.find(TaxRate.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (rate == null) {
            throw ProblemException.notFound();
        }
        if (expected.isPresent() && expected.getAsLong() != rate.version()) {
            throw ProblemException.of(ProblemType.PRECONDITION_FAILED);
        }
        requireOrder(rate.values().validFrom(), validTo);
        rate.endOn(validTo);
        entityManager.flush();
        log("taxRate.ended", id);
        return view(rate);
    }

    /** There is no tenant to tell, so the server's log has it. */
    private static void log(String action, UUID id) {
        LOGGER.log(
                System.Logger.Level.INFO,
                "{0} id={1} by={2}",
                action,
                id,
                Caller.current().accountId());
    }

    private static void requireOrder(LocalDate from, LocalDate to) {
        if (to != null && !to.isAfter(from)) {
            throw ProblemException.invalid("/validTo", "billing.tax-rate-order");
        }
    }

    private static StoredTaxRate view(TaxRate rate) {
        return new StoredTaxRate(rate.id(), rate.values(), rate.createdAt(), rate.version());
    }
}
