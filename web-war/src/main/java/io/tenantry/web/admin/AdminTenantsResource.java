package io.tenantry.web.admin;

import io.tenantry.platform.page.Page;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.onboarding.OnboardTenant;
import io.tenantry.tenant.registry.CreateTenant;
import io.tenantry.tenant.registry.FindTenants;
import io.tenantry.tenant.registry.Slug;
import io.tenantry.tenant.registry.TenantView;
import io.tenantry.tenant.signin.PasswordHashes;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.PlatformAdminOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The registry of tenants, for the administrator of the platform. */
@Path("admin/tenants")
@RequestScoped
@Produces("application/json")
@PlatformAdminOnly
public class AdminTenantsResource {

    @Inject
    FindTenants find;

    @Inject
    OnboardTenant onboard;

    @Inject
    PasswordHashes passwordHashes;

    public record OwnerRequest(
            @NotBlank @Email @Size(min = 3, max = 320) String email,
            @NotBlank @Size(min = 1, max = 200) String displayName,
            @NotNull @Size(min = 10, max = 200) String password) {}

    /** {@code trial}: whether to begin with the plan's trial. */
    public record CreateTenantRequest(
            @NotBlank @Size(min = 2, max = 63) String slug,
            @NotBlank @Size(min = 1, max = 200) String name,
            @NotBlank @Size(min = 1, max = 63) String plan,
            boolean trial,
            @NotNull @Valid OwnerRequest owner) {}

    @GET
    public Page<TenantView> list(@BeanParam ListParameters list) {
        return find.page(list.page());
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        TenantView tenant = find.get(Parameters.id(id));
        return Answers.ok(tenant, tenant.version());
    }

    @POST
    @Consumes("application/json")
    public Response create(CreateTenantRequest request) {
        OwnerRequest owner = request.owner();
        OnboardTenant.Wanted wanted = new OnboardTenant.Wanted(
                new Slug(request.slug()),
                request.name(),
                request.plan(),
                request.trial(),
                new OnboardTenant.Owner(
                        owner.email(), owner.displayName(), passwordHashes.hash(owner.password())));
        TenantId id = TenantContext.call(CreateTenant.newId(), () -> onboard.onboard(wanted));
        TenantView tenant = find.get(id.value());
        return Answers.created("admin/tenants/" + id, tenant, tenant.version());
    }
}
