package io.tenantry.tenant.signin;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.member.Membership;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Picks one of an account's own tenants. */
final class TenantChoice {

    private TenantChoice() {}

    /**
     * The one that all {@code references}, ids or slugs, name.
     *
     * @throws ProblemException {@code tenant-mismatch} if they name any other, whether or not it exists
     */
    static Membership named(List<Membership> own, Collection<String> references) {
        return own.stream()
                .filter(membership -> references.stream().allMatch(membership::isNamed))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemType.TENANT_MISMATCH));
    }

    /** The one with the id, if there is an id and it is still the account's own. */
    static Optional<Membership> of(List<Membership> own, Optional<TenantId> id) {
        return own.stream()
                .filter(membership -> id.filter(membership.tenant()::equals).isPresent())
                .findFirst();
    }
}
