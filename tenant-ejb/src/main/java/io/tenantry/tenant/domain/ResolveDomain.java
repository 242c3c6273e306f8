package io.tenantry.tenant.domain;

import io.tenantry.platform.announcement.Announcement;
import io.tenantry.platform.announcement.Hearing;
import io.tenantry.platform.announcement.Remembered;
import io.tenantry.platform.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds the tenant that has proven the host of a request. Answers are remembered, also that a host is nobody's. */
@ApplicationScoped
public class ResolveDomain {

    private final Remembered<Optional<TenantId>> byDomain = new Remembered<>("domain_host");

    @Inject
    FindDomains domains;

    public Optional<TenantId> tenantOf(String asciiHost) {
        return DomainName.ofHost(asciiHost).flatMap(name -> byDomain.get(name.ascii(), domains::tenantOf));
    }

    void hearing(@Observes Hearing hearing) {
        byDomain.hearing(hearing);
    }

    void changed(@Observes Announcement announcement) {
        byDomain.changed(announcement);
    }

    /** On the node that changes it, at once. */
    void changedHere(@Observes(during = TransactionPhase.AFTER_SUCCESS) DomainChanged change) {
        byDomain.forget(change.domain());
    }
}
