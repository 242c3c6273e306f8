package io.tenantry.web.tenant;

import com.fasterxml.jackson.annotation.JsonValue;
import io.tenantry.tenant.plan.TenantFeatures;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Every feature there is, and whether the tenant has it. */
@Path("features")
@RequestScoped
@Produces("application/json")
public class FeaturesResource {

    @Inject
    TenantFeatures features;

    /** An object with the features' codes as members. */
    public record FeaturesView(@JsonValue Map<String, Boolean> features) {}

    @GET
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT, additionalProperties = Boolean.class)))
    @RequiresPermission("features:read")
    public FeaturesView features() {
        return new FeaturesView(features.all());
    }
}
