package io.tenantry.web.billing;

import io.tenantry.billing.profile.ChangeBillingProfile;
import io.tenantry.billing.profile.ProfileValues;
import io.tenantry.billing.profile.ProfileView;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.OpenToSuspended;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** To whom the tenant's invoices are addressed. */
@Path("billing/profile")
@RequestScoped
@Produces("application/json")
public class BillingProfileResource {

    private static final String PLAIN = "[^\\p{Cc}\\u2028\\u2029]*";

    @Inject
    ChangeBillingProfile profile;

    /** {@code region}: state or province, needed where it is taxed by itself. {@code email}: the owners if left out. */
    public record ProfileRequest(
            @NotBlank @Size(min = 1, max = 200) @Pattern(regexp = PLAIN)
            String legalName,

            @Size(max = 300) @Pattern(regexp = PLAIN) String street,
            @Size(max = 20) @Pattern(regexp = PLAIN) String postalCode,
            @Size(max = 100) @Pattern(regexp = PLAIN) String city,
            @Size(max = 100) @Pattern(regexp = PLAIN) String region,
            @NotNull @Pattern(regexp = "[A-Z]{2}") String country,
            @Size(min = 3, max = 254) String email,

            @Size(min = 3, max = 40) @Pattern(regexp = PLAIN)
            String taxId) {

        ProfileValues values() {
            return new ProfileValues(
                    legalName.strip(),
                    orEmpty(street),
                    orEmpty(postalCode),
                    orEmpty(city),
                    orEmpty(region),
                    country,
                    email,
                    taxId);
        }

        private static String orEmpty(String text) {
            return text == null ? "" : text.strip();
        }
    }

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProfileView.class)))
    @RequiresPermission("billingProfile:read")
    @OpenToSuspended
    public Response get() {
        return answer(profile.get());
    }

    @PUT
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProfileView.class)))
    @Consumes("application/json")
    @RequiresPermission("billingProfile:write")
    @OpenToSuspended
    public Response replace(@HeaderParam("If-Match") String ifMatch, ProfileRequest request) {
        return answer(profile.replace(request.values(), Parameters.requiredVersion(ifMatch)));
    }

    private static Response answer(ProfileView view) {
        return Answers.ok(view, view.version());
    }
}
