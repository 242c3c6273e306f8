package io.tenantry.web.ops;

import io.tenantry.web.http.Anyone;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which version runs. */
@Path("version")
@RequestScoped
@Produces("application/json")
@Anyone
public class VersionResource {

    @Inject
    @ConfigProperty(name = "tenantry.version")
    String version;

    public record VersionView(String name, String version) {}

    @GET
    public VersionView version() {
        return new VersionView("Tenantry", version);
    }
}
