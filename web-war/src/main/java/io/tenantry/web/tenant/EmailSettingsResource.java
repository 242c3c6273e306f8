package io.tenantry.web.tenant;

import io.tenantry.tenant.email.ChangeEmailSettings;
import io.tenantry.tenant.email.EmailSettingsValues;
import io.tenantry.tenant.email.EmailSettingsView;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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

/** In whose name the tenant's e-mail is written. */
@Path("tenant/email-settings")
@RequestScoped
@Produces("application/json")
public class EmailSettingsResource {

    @Inject
    ChangeEmailSettings settings;

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EmailSettingsView.class)))
    @RequiresPermission("email:read")
    public Response get() {
        return answer(settings.get());
    }

    @PUT
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EmailSettingsView.class)))
    @Consumes("application/json")
    @RequiresPermission("email:write")
    public Response replace(@HeaderParam("If-Match") String ifMatch, EmailSettingsValues values) {
        return answer(settings.replace(values, Parameters.requiredVersion(ifMatch)));
    }

    private static Response answer(EmailSettingsView view) {
        return Answers.ok(view, view.version());
    }
}
