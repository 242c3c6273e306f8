package io.tenantry.tenant.signup;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What somebody wants to found, and as whom. {@code plan} is the code of one on offer to everybody. */
public record SignupValues(
        @NotBlank @Size(min = 1, max = 200) String organization,
        @NotBlank @Size(min = 2, max = 63) String slug,
        @NotBlank @Size(min = 1, max = 63) String plan,
        @NotBlank @Size(min = 1, max = 200) String displayName,
        @NotBlank @Size(min = 3, max = 320) String email,
        @NotNull @Size(min = 10, max = 200) String password) {

    public SignupValues {
        email = email == null ? null : email.strip();
    }

    /** Without the password, wherever it may be written. */
    @Override
    public String toString() {
        return slug;
    }
}
