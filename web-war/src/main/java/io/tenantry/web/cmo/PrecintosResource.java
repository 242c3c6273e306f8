package io.tenantry.web.cmo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.cmo.precinto.ChangePrecinto;
import io.tenantry.cmo.precinto.CreatePrecinto;
import io.tenantry.cmo.precinto.DeletePrecinto;
import io.tenantry.cmo.precinto.FindPrecintos;
import io.tenantry.cmo.precinto.PrecintoStatus;
import io.tenantry.cmo.precinto.PrecintoValues;
import io.tenantry.cmo.precinto.PrecintoView;
import io.tenantry.platform.page.Page;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.CustomFieldParameters;
import io.tenantry.web.http.Idempotent;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.RequiresPermission;
import io.tenantry.web.json.BodyBinding;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The tenant's seals. */
@Path("precintos")
@RequestScoped
@Produces("application/json")
public class PrecintosResource {

    @Inject
    FindPrecintos find;

    @Inject
    CreatePrecinto create;

    @Inject
    ChangePrecinto change;

    @Inject
    DeletePrecinto delete;

    @Inject
    Reporting reporting;

    @Inject
    BodyBinding binding;

    @GET
    @Parameter(ref = "customFields")
    @RequiresPermission("precintos:read")
    public Page<PrecintoView> list(
            @BeanParam ListParameters list,
            @BeanParam CustomFieldParameters custom,
            @QueryParam("status") String status) {
        return find.page(Parameters.oneOf(PrecintoStatus.class, "status", status), custom.filters(), list.page());
    }

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PrecintoView.class)))
    @Path("{id}")
    @RequiresPermission("precintos:read")
    public Response get(@PathParam("id") String id) {
        PrecintoView precinto = find.get(Parameters.id(id));
        return Answers.ok(precinto, precinto.version());
    }

    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PrecintoView.class)))
    @Idempotent
    @Consumes("application/json")
    @RequiresPermission("precintos:write")
    public Response create(PrecintoValues values) {
        PrecintoView precinto = create.create(values);
        return Answers.created("precintos/" + precinto.id(), precinto, precinto.version());
    }

    @PATCH
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PrecintoView.class)))
    @Path("{id}")
    @Consumes({"application/json", "application/merge-patch+json"})
    @RequiresPermission("precintos:write")
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        PrecintoView precinto = change.change(
                Parameters.id(id),
                Parameters.version(ifMatch),
                present -> binding.patch(patch, present, PrecintoValues.class));
        return Answers.ok(precinto, precinto.version());
    }

    @DELETE
    @Path("{id}")
    @RequiresPermission("precintos:write")
    public void delete(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        delete.delete(Parameters.id(id), Parameters.version(ifMatch));
    }

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReportsView.class)))
    @Path("{id}/events")
    @Consumes("application/json")
    @Idempotent
    @RequiresPermission("precintos:report")
    public Response report(
            @PathParam("id") String id, @HeaderParam("Accept-Language") String language, ReportsRequest request) {
        UUID precinto = Parameters.id(id);
        find.requireExisting(precinto);
        return Response.ok(reporting.report(request, precinto, language)).build();
    }

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReportsView.class)))
    @Path("events")
    @Consumes("application/json")
    @Idempotent
    @RequiresPermission("precintos:report")
    public Response reportOfMany(@HeaderParam("Accept-Language") String language, ReportsRequest request) {
        return Response.ok(reporting.report(request, null, language)).build();
    }
}
