package io.tenantry.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The HTTP API. Access tokens are checked by the server (MicroProfile JWT), everything else by our own filters. */
@ApplicationScoped
@ApplicationPath("api")
@LoginConfig(authMethod = "MP-JWT")
@SecurityScheme(
        securitySchemeName = "accessToken",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT")
@OpenAPIDefinition(
        info = @Info(title = "Tenantry", version = "0.1.0"),
        components =
                @Components(
                        parameters =
                                @Parameter(
                                        name = "customFields",
                                        in = ParameterIn.QUERY,
                                        style = ParameterStyle.FORM,
                                        explode = Explode.TRUE,
                                        schema = @Schema(type = SchemaType.OBJECT, additionalProperties = String.class),
                                        description = "cf.<key>=value narrows the list by a custom field; "
                                                + "cf.<key>.from and cf.<key>.to, both inclusive, for numbers and days. "
                                                + "sort=cf.<key> orders by it, rows without value last.")),
        security = @SecurityRequirement(name = "accessToken"))
public class ApiApplication extends Application {}
