package io.tenantry.web.admin;

import io.tenantry.tenant.onboarding.OnboardTenant;
import io.tenantry.tenant.registry.Slug;
import io.tenantry.tenant.signin.PasswordHashes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A new tenant with its first owner. {@code trial}: whether to begin with the plan's trial. */
public record CreateTenantRequest(
        @NotBlank @Size(min = 2, max = 63) String slug,
        @NotBlank @Size(min = 1, max = 200) String name,
        @NotBlank @Size(min = 1, max = 63) String plan,
        boolean trial,
        @NotNull @Valid OwnerRequest owner) {

    public record OwnerRequest(
            @NotBlank @Email @Size(min = 3, max = 320) String email,
            @NotBlank @Size(min = 1, max = 200) String displayName,
            @NotNull @Size(min = 10, max = 200) String password) {}

    OnboardTenant.Wanted wanted(PasswordHashes hashes) {
        return new OnboardTenant.Wanted(
                new Slug(slug),
                name,
                plan,
                trial,
                new OnboardTenant.Owner(owner.email(), owner.displayName(), hashes.hash(owner.password())));
    }
}
