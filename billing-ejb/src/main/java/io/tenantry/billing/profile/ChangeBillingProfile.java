package io.tenantry.billing.profile;

import io.tenantry.billing.invoicing.Taxation.Treatment;
import io.tenantry.billing.profile.internal.TaxIds;
import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.email.EmailAddress;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads and replaces the billing profile of the thread's tenant. */
@Stateless
public class ChangeBillingProfile {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    public ProfileView get() {
        return find(LockModeType.NONE)
                .map(ChangeBillingProfile::view)
                .orElse(new ProfileView(
                        null, null, null, null, null, null, null, null, Treatment.STANDARD.code(), false, 0));
    }

    /**
     * Says who the tenant is.
     *
     * @throws ProblemException {@code validation}, {@code precondition-failed}
     */
    public ProfileView replace(ProfileValues values, OptionalLong expected) {
        ProfileValues checked = checked(values);
        BillingProfile profile = find(LockModeType.PESSIMISTIC_WRITE).orElse(null);
        requireVersion(profile == null ? 0 : profile.version(), expected);
        Map<String, Object> before = profile == null ? Map.of() : snapshot(profile);
        if (profile == null) {
            profile = new BillingProfile(clock.now());
            profile.set(checked);
            entityManager.persist(profile);
        } else {
            profile.set(checked);
        }
        return changed(profile, before);
    }

    /**
     * Says how the tenant is taxed; for the platform.
     *
     * @throws ProblemException {@code precondition-failed}; {@code conflict} if nobody has said yet who the tenant is, or
     *     the buyer who has to pay the tax has no tax id
     */
    public ProfileView tax(Treatment treatment, boolean pricesIncludeTax, OptionalLong expected) {
        BillingProfile profile = find(LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.conflict("billing.profile-missing"));
        requireVersion(profile.version(), expected);
        if (treatment == Treatment.REVERSE_CHARGE && profile.values().taxId() == null) {
            throw ProblemException.conflict("billing.tax-id-missing");
        }
        Map<String, Object> before = snapshot(profile);
        profile.tax(treatment, pricesIncludeTax);
        return changed(profile, before);
    }

    private ProfileView changed(BillingProfile profile, Map<String, Object> before) {
        Text meanwhile = Text.of("billing.profile-meanwhile");
        Flush.now(entityManager, meanwhile, meanwhile);
        activity.changed("billingProfile.changed", "billingProfile", profile.id(), before, snapshot(profile));
        return view(profile);
    }

    private Optional<BillingProfile> find(LockModeType lock) {
        return entityManager
                .createQuery("select p from BillingProfile p", BillingProfile.class)
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    private static void requireVersion(long present, OptionalLong expected) {
        if (expected.isPresent() && expected.getAsLong() != present) {
            throw ProblemException.of(ProblemType.PRECONDITION_FAILED);
        }
    }

    private static ProfileValues checked(ProfileValues values) {
        String taxId = values.taxId() == null ? null : TaxIds.normal(values.taxId());
        List<FieldError> errors = new ArrayList<>();
        if (!COUNTRIES.contains(values.country())) {
            errors.add(FieldError.of("/country", "billing.country"));
        } else if (taxId != null && !TaxIds.isValid(values.country(), taxId)) {
            errors.add(FieldError.of("/taxId", "billing.tax-id"));
        }
        if (values.email() != null && !EmailAddress.isValid(values.email())) {
            errors.add(FieldError.of("/email", "tenant.email-address"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new ProfileValues(
                values.legalName(),
                values.street(),
                values.postalCode(),
                values.city(),
                values.region(),
                values.country(),
                values.email(),
                taxId);
    }

    private static Map<String, Object> snapshot(BillingProfile profile) {
        ProfileValues values = profile.values();
        Map<String, Object> members = new HashMap<>();
        members.put("legalName", values.legalName());
        members.put("street", values.street());
        members.put("postalCode", values.postalCode());
        members.put("city", values.city());
        members.put("region", values.region());
        members.put("country", values.country());
        members.put("email", values.email());
        members.put("taxId", values.taxId());
        members.put("taxTreatment", profile.treatment().code());
        members.put("pricesIncludeTax", profile.pricesIncludeTax());
        return members;
    }

    private static ProfileView view(BillingProfile profile) {
        ProfileValues values = profile.values();
        return new ProfileView(
                values.legalName(),
                values.street(),
                values.postalCode(),
                values.city(),
                values.region(),
                values.country(),
                values.email(),
                values.taxId(),
                profile.treatment().code(),
                profile.pricesIncludeTax(),
                profile.version());
    }
}
