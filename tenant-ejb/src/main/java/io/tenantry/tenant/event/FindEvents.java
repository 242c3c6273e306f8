package io.tenantry.tenant.event;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.event.internal.sql.EventRows;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;

/** Reads the events of the thread's tenant. */
@Stateless
public class FindEvents {

    /** How long a listener may have been away and still be told all. */
    public static final Duration KEPT = Duration.ofDays(7);

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    BusinessClock clock;

    /**
     * Where a listener begins.
     *
     * @param number after which
     * @param complete whether nothing is missing between it and what the listener knew
     */
    public record Beginning(long number, boolean complete) {}

    /** @param known the last number that the listener was told; {@code null} if it only wants what comes */
    public Beginning beginning(Long known) {
        TenantContext.required();
        long last = EventRows.last(entityManager);
        if (known == null || known == last) {
            return new Beginning(last, true);
        }
        boolean kept = known < last
                && EventRows.isKept(entityManager, known + 1, clock.now().minus(KEPT));
        return kept ? new Beginning(known, true) : new Beginning(last, false);
    }

    /** The next after a number, at most so many. */
    public List<PublishedEvent> after(long number, int most) {
        TenantContext.required();
        return EventRows.after(entityManager, number, most);
    }
}
