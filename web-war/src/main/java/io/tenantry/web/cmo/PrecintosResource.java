package io.tenantry.web.cmo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.cmo.CmoCustomFields;
import io.tenantry.cmo.precinto.ChangePrecinto;
import io.tenantry.cmo.precinto.CreatePrecinto;
import io.tenantry.cmo.precinto.DeletePrecinto;
import io.tenantry.cmo.precinto.FindPrecintos;
import io.tenantry.cmo.precinto.PrecintoValues;
import io.tenantry.cmo.precinto.PrecintoView;
import io.tenantry.platform.page.Page;
import io.tenantry.tenant.customfield.CustomFields;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.Bulk;
import io.tenantry.web.http.CsvList;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
    CustomFields customFields;

    @Inject
    Reporting reporting;

    @Inject
    BodyBinding binding;

    /** A page of the list, by name for the API's description. */
    public record PrecintoPage(List<PrecintoView> items, String nextCursor) {}

    @GET
    @Produces({"application/json", "text/csv"})
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = PrecintoPage.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    @Parameter(ref = "customFields")
    @RequiresPermission("precintos:read")
    public Response list(
            @BeanParam ListParameters list,
            @BeanParam CustomFieldParameters custom,
            @BeanParam PrecintoParameters parameters,
            @QueryParam("format") @Parameter(description = "json or csv, instead of Accept") String format,
            @Context Request request) {
        FindPrecintos.Filter filter = parameters.filter();
        if (CsvList.isWanted(format, request)) {
            list.requireWhole();
            CsvList<PrecintoView> csv = PrecintoCsv.list(customFields.fields(CmoCustomFields.PRECINTOS));
            return csv.answer(list.sort, page -> find.page(filter, custom.filters(), page));
        }
        Page<PrecintoView> page = find.page(filter, custom.filters(), list.page());
        return Response.ok(new PrecintoPage(page.items(), page.nextCursor()), MediaType.APPLICATION_JSON_TYPE)
                .build();
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

    /** Each seal by itself: what one of them does not allow leaves the others alone. */
    @POST
    @Path("bulk")
    @Consumes("application/json")
    @RequiresPermission("precintos:write")
    public Bulk bulk(
            PrecintoBulkRequest bulk, @HeaderParam("Accept-Language") @Parameter(hidden = true) String language) {
        return Bulk.run(bulk.ids(), language, id -> {
            switch (bulk.action()) {
                case retire -> change.change(id, OptionalLong.empty(), PrecintoValues::retired);
                case delete -> delete.delete(id, OptionalLong.empty());
            }
        });
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
