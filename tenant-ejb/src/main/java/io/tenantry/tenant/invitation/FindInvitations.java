package io.tenantry.tenant.invitation;

import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.time.BusinessClock;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the tenant's open invitations. */
@Stateless
public class FindInvitations {

    private static final List<SortKey<Invitation>> ORDERS =
            List.of(SortKey.ofInstant("createdAt", "e.createdAt", Invitation::createdAt));

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    BusinessClock clock;

    public Page<InvitationView> page(PageRequest request) {
        Instant now = clock.wallClock();
        Page<Invitation> page = new KeysetQuery<>(
                        entityManager, Invitation.class, "select e from Invitation e", ORDERS, Invitation::id)
                .page(request);
        return new Page<>(
                page.items().stream().map(invitation -> invitation.view(now)).toList(), page.nextCursor());
    }

    /** @throws ProblemException {@code not-found} */
    public InvitationView get(UUID id) {
        return Optional.ofNullable(entityManager.find(Invitation.class, id))
                .map(invitation -> invitation.view(clock.wallClock()))
                .orElseThrow(ProblemException::notFound);
    }
}
