package io.tenantry.web.signin;

import io.tenantry.tenant.member.Membership;
import io.tenantry.tenant.signin.SignedIn;
import java.util.List;
import java.util.UUID;

/** The answer to signing in; {@code tenant} is {@code null} where none was chosen. */
public record SignedInView(
        String accessToken, long expiresIn, String tokenType, TenantName tenant, List<TenantRole> tenants) {

    public record TenantName(UUID id, String slug, String name) {}

    /**
     * {@code role}: code of a built-in role, or id of one of the tenant's own. {@code status}: in one that is
     * {@code suspended}, {@code closing} or {@code purging} nobody can work.
     */
    public record TenantRole(UUID id, String slug, String name, String role, String status) {

        public static TenantRole of(Membership membership) {
            return new TenantRole(
                    membership.tenant().value(),
                    membership.slug(),
                    membership.name(),
                    membership.role().code(),
                    membership.status().code());
        }
    }

    static SignedInView of(SignedIn signedIn) {
        TenantName tenant = signedIn.tenant()
                .map(m -> new TenantName(m.tenant().value(), m.slug(), m.name()))
                .orElse(null);
        return new SignedInView(
                signedIn.accessToken(),
                signedIn.expiresInSeconds(),
                "Bearer",
                tenant,
                signedIn.tenants().stream().map(TenantRole::of).toList());
    }
}
