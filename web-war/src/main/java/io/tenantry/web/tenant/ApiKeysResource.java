package io.tenantry.web.tenant;

import io.tenantry.platform.page.Page;
import io.tenantry.tenant.apikey.ApiKeyValues;
import io.tenantry.tenant.apikey.ApiKeyView;
import io.tenantry.tenant.apikey.ChangeApiKey;
import io.tenantry.tenant.apikey.CreateApiKey;
import io.tenantry.tenant.apikey.FindApiKeys;
import io.tenantry.tenant.apikey.IssuedApiKey;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.CurrentRequest;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * The tenant's API keys.
 *
 * <p>No call honours {@code Idempotency-Key}: an answer that is kept would keep the secret in it.
 */
@Path("api-keys")
@RequestScoped
@Produces("application/json")
public class ApiKeysResource {

    @Inject
    FindApiKeys find;

    @Inject
    CreateApiKey create;

    @Inject
    ChangeApiKey change;

    @Inject
    CurrentRequest current;

    /** {@code graceSeconds}: for how long the secret before stays valid, at most a day. */
    public record RotateRequest(
            @NotNull @Min(0) @Max(86_400) Integer graceSeconds) {}

    @GET
    @RequiresPermission("apiKeys:read")
    public Page<ApiKeyView> list(@BeanParam ListParameters list) {
        return find.page(list.page());
    }

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ApiKeyView.class)))
    @Path("{id}")
    @RequiresPermission("apiKeys:read")
    public Response get(@PathParam("id") String id) {
        ApiKeyView key = find.get(Parameters.id(id));
        return Answers.ok(key, key.version());
    }

    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = IssuedApiKeyView.class)))
    @Consumes("application/json")
    @RequiresPermission("apiKeys:write")
    public Response create(ApiKeyValues values) {
        IssuedApiKey issued = create.create(values, current.access());
        return Answers.created(
                "api-keys/" + issued.key().id(),
                IssuedApiKeyView.of(issued),
                issued.key().version());
    }

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IssuedApiKeyView.class)))
    @Path("{id}/rotate")
    @Consumes("application/json")
    @RequiresPermission("apiKeys:write")
    public Response rotate(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, RotateRequest request) {
        IssuedApiKey issued = change.rotate(
                Parameters.id(id),
                Parameters.version(ifMatch),
                Duration.ofSeconds(request.graceSeconds()),
                current.access());
        return Answers.ok(IssuedApiKeyView.of(issued), issued.key().version());
    }

    @DELETE
    @Path("{id}")
    @RequiresPermission("apiKeys:write")
    public void revoke(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        change.revoke(Parameters.id(id), Parameters.version(ifMatch));
    }
}
