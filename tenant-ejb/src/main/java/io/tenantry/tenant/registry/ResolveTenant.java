package io.tenantry.tenant.registry;

import io.tenantry.platform.announcement.Announcement;
import io.tenantry.platform.announcement.Hearing;
import io.tenantry.platform.announcement.Remembered;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the tenant that a request names. Every request asks, so answers are remembered, also that a name is nobody's.
 * Whether the caller may work in the tenant is asked anew each time, elsewhere.
 */
@ApplicationScoped
public class ResolveTenant {

    private final Remembered<Optional<TenantId>> byName = new Remembered<>("tenant");

    @Inject
    FindTenants tenants;

    /** The tenant with this slug or id. */
    public Optional<TenantId> named(String reference) {
        String name = Ids.parse(reference).map(UUID::toString).orElse(reference);
        if (Ids.parse(name).isEmpty() && !Slug.isWellFormed(name)) {
            return Optional.empty();
        }
        return byName.get(name, tenants::named);
    }

    void hearing(@Observes Hearing hearing) {
        byName.hearing(hearing);
    }

    void changed(@Observes Announcement announcement) {
        byName.changed(announcement);
    }
}
