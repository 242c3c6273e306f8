package io.tenantry.tenant.invitation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Whom to invite.
 *
 * @param role code of a built-in role, or id of one of the tenant's own
 * @param language of the e-mail, {@code en} or {@code es}; {@code null} for that of the request
 */
public record InvitationValues(
        @NotBlank @Size(min = 1, max = 320) String email,
        @NotNull @Size(min = 1, max = 36) String role,
        @Pattern(regexp = "en|es") String language) {

    public InvitationValues {
        email = email == null ? null : email.strip();
    }
}
