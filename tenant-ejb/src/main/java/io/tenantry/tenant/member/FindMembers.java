package io.tenantry.tenant.member;

import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.problem.ProblemException;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the tenant's members. */
@Stateless
public class FindMembers {

    private static final String SELECT = """
            select new io.tenantry.tenant.member.MemberView(
                e.id, e.accountId, a.email, a.displayName, e.role, e.createdAt, e.version)
            from TenantUser e join Account a on a.id = e.accountId""";

    private static final List<SortKey<MemberView>> ORDERS = List.of(
            SortKey.ofInstant("createdAt", "e.createdAt", MemberView::createdAt),
            SortKey.ofText("email", "a.emailKey", member -> Account.keyOf(member.email())));

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    /** @param role narrows the list unless {@code null} */
    public Page<MemberView> page(MemberRole role, PageRequest request) {
        return new KeysetQuery<>(entityManager, MemberView.class, SELECT, ORDERS, MemberView::id)
                .whereEqual("e.role", role == null ? null : role.code())
                .page(request);
    }

    /** @throws ProblemException {@code not-found} */
    public MemberView get(UUID id) {
        return Optional.ofNullable(entityManager.find(TenantUser.class, id))
                .map(member -> MemberView.of(member, entityManager.find(Account.class, member.accountId())))
                .orElseThrow(ProblemException::notFound);
    }
}
