package io.tenantry.web.signin;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.access.Access;
import io.tenantry.tenant.member.MemberRole;
import io.tenantry.tenant.member.Memberships;
import io.tenantry.tenant.plan.TenantFeatures;
import io.tenantry.tenant.registry.FindTenants;
import io.tenantry.tenant.registry.TenantView;
import io.tenantry.tenant.role.FindRoles;
import io.tenantry.web.http.CurrentRequest;
import io.tenantry.web.http.OpenToImpersonation;
import io.tenantry.web.http.SignedInOnly;
import io.tenantry.web.signin.SignedInView.TenantName;
import io.tenantry.web.signin.SignedInView.TenantRole;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Who is signed in, where, and what they may do there. */
@Path("me")
@RequestScoped
@Produces("application/json")
@SignedInOnly
@OpenToImpersonation
public class MeResource {

    @Inject
    CurrentRequest current;

    @Inject
    Memberships memberships;

    @Inject
    TenantFeatures features;

    @Inject
    FindRoles roles;

    @Inject
    FindTenants findTenants;

    public record AccountView(UUID id, String email, String displayName, boolean platformAdmin) {}

    /** Who really acts, and until when at most. */
    public record ImpersonationView(String by, String reason, Instant until) {

        static ImpersonationView of(Access.Impersonation impersonation) {
            return new ImpersonationView(impersonation.by(), impersonation.reason(), impersonation.until());
        }
    }

    /**
     * {@code tenant}, its {@code locale} and {@code timeZone}, {@code role} and {@code roleName} are {@code null} outside of a tenant, {@code impersonation} for
     * who acts as themselves. {@code secondFactorMissing}: the tenant asks for a second factor and permits nothing until
     * the account has one.
     */
    public record MeView(
            AccountView account,
            TenantName tenant,
            String locale,
            String timeZone,
            String role,
            String roleName,
            Collection<String> permissions,
            boolean secondFactorMissing,
            Collection<String> features,
            List<TenantRole> tenants,
            ImpersonationView impersonation) {}

    @GET
    public MeView me() {
        Access access = current.access();
        AccountView account =
                new AccountView(access.accountId(), access.email(), access.displayName(), access.platformAdmin());
        List<TenantRole> tenants = tenants(access);
        return access.place()
                .map(place -> new MeView(
                        account,
                        new TenantName(place.tenant().value(), place.slug(), place.name()),
                        settings().locale(),
                        settings().timeZone(),
                        place.role().map(MemberRole::code).orElse(null),
                        place.role().flatMap(roles::name).orElse(null),
                        place.permissions(),
                        place.secondFactorMissing(),
                        features.ofCurrentTenant(),
                        tenants,
                        access.impersonation().map(ImpersonationView::of).orElse(null)))
                .orElseGet(() ->
                        new MeView(account, null, null, null, null, null, List.of(), false, List.of(), tenants, null));
    }

    private TenantView settings() {
        return findTenants.get(TenantContext.required().value());
    }

    /** Whoever acts as a member is told nothing of the member's other tenants. */
    private List<TenantRole> tenants(Access access) {
        return access.impersonation().isPresent()
                ? List.of()
                : memberships.of(access.accountId()).stream()
                        .map(TenantRole::of)
                        .toList();
    }
}
