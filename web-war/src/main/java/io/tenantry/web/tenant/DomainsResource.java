package io.tenantry.web.tenant;

import io.tenantry.platform.page.Page;
import io.tenantry.tenant.domain.DomainView;
import io.tenantry.tenant.domain.FindDomains;
import io.tenantry.tenant.domain.RegisterDomain;
import io.tenantry.tenant.domain.RemoveDomain;
import io.tenantry.tenant.domain.VerifyDomain;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The tenant's own domains. They can be read and given up without the feature that adds and proves them. */
@Path("tenant/domains")
@RequestScoped
@Produces("application/json")
public class DomainsResource {

    @Inject
    FindDomains find;

    @Inject
    RegisterDomain register;

    @Inject
    VerifyDomain verify;

    @Inject
    RemoveDomain remove;

    public record DomainRequest(
            @NotNull @Size(min = 1, max = 253) String domain) {}

    @GET
    @RequiresPermission("domains:read")
    public Page<DomainView> list(@BeanParam ListParameters list) {
        return find.page(list.page());
    }

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DomainView.class)))
    @Path("{id}")
    @RequiresPermission("domains:read")
    public Response get(@PathParam("id") String id) {
        DomainView domain = find.get(Parameters.id(id));
        return Answers.ok(domain, domain.version());
    }

    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DomainView.class)))
    @Consumes("application/json")
    @RequiresPermission("domains:write")
    public Response create(DomainRequest request) {
        DomainView domain = register.register(request.domain());
        return Answers.created("tenant/domains/" + domain.id(), domain, domain.version());
    }

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DomainView.class)))
    @Path("{id}/verify")
    @RequiresPermission("domains:write")
    public Response verify(@PathParam("id") String id) {
        DomainView domain = verify.verify(Parameters.id(id));
        return Answers.ok(domain, domain.version());
    }

    @DELETE
    @Path("{id}")
    @RequiresPermission("domains:write")
    public void remove(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        remove.remove(Parameters.id(id), Parameters.version(ifMatch));
    }
}
