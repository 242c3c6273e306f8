package io.tenantry.tenant.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tenantry.platform.announcement.Announcement;
import io.tenantry.platform.announcement.Hearing;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the tenant that a request names. Every request asks, so answers are remembered, also that a name is nobody's,
 * as long as this node hears of changes. Whether the caller may work in the tenant is asked anew each time, elsewhere.
 */
@ApplicationScoped
public class ResolveTenant {

    private static final int MOST = 10_000;

    @Inject
    FindTenants tenants;

    /** {@code null} while deaf. Replaced, not emptied: an answer that is still being found must not get into the next. */
    private volatile Cache<String, Optional<TenantId>> byName;

    /** The tenant with this slug or id. */
    public Optional<TenantId> named(String reference) {
        String name = Ids.parse(reference).map(UUID::toString).orElse(reference);
        if (Ids.parse(name).isEmpty() && !Slug.isWellFormed(name)) {
            return Optional.empty();
        }
        Cache<String, Optional<TenantId>> remembered = byName;
        return remembered == null ? tenants.named(name) : remembered.get(name, tenants::named);
    }

    void hearing(@Observes Hearing hearing) {
        byName = hearing.on()
                ? Caffeine.newBuilder()
                        .maximumSize(MOST)
                        // its own default is a pool that outlives the application
                        .executor(Runnable::run)
                        .build()
                : null;
    }

    void changed(@Observes Announcement announcement) {
        Cache<String, Optional<TenantId>> remembered = byName;
        if (remembered != null && announcement.table().equals("tenant")) {
            remembered.invalidateAll(announcement.keys());
        }
    }
}
