package io.tenantry.web.cmo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.cmo.CmoCustomFields;
import io.tenantry.cmo.transito.ChangeTransito;
import io.tenantry.cmo.transito.FindTransitos;
import io.tenantry.cmo.transito.PlanTransito;
import io.tenantry.cmo.transito.TransitoStep;
import io.tenantry.cmo.transito.TransitoValues;
import io.tenantry.cmo.transito.TransitoView;
import io.tenantry.platform.page.Page;
import io.tenantry.tenant.customfield.CustomFields;
import io.tenantry.web.http.Answers;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The tenant's transits. */
@Path("transitos")
@RequestScoped
@Produces("application/json")
public class TransitosResource {

    @Inject
    FindTransitos find;

    @Inject
    PlanTransito plan;

    @Inject
    ChangeTransito change;

    @Inject
    CustomFields customFields;

    @Inject
    BodyBinding binding;

    /** A page of the list, by name for the API's description. */
    public record TransitoPage(List<TransitoView> items, String nextCursor) {}

    @GET
    @Produces({"application/json", "text/csv"})
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = TransitoPage.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    @Parameter(ref = "customFields")
    @RequiresPermission("transitos:read")
    public Response list(
            @BeanParam ListParameters list,
            @BeanParam CustomFieldParameters custom,
            @BeanParam TransitoParameters parameters,
            @QueryParam("format") @Parameter(description = "json or csv, instead of Accept") String format,
            @Context Request request) {
        FindTransitos.Filter filter = parameters.filter();
        if (CsvList.isWanted(format, request)) {
            list.requireWhole();
            CsvList<TransitoView> csv = TransitoCsv.list(customFields.fields(CmoCustomFields.TRANSITOS));
            return csv.answer(list.sort, page -> find.page(filter, custom.filters(), page));
        }
        Page<TransitoView> page = find.page(filter, custom.filters(), list.page());
        return Response.ok(new TransitoPage(page.items(), page.nextCursor()), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TransitoView.class)))
    @Path("{id}")
    @RequiresPermission("transitos:read")
    public Response get(@PathParam("id") String id) {
        return answer(find.get(Parameters.id(id)));
    }

    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TransitoView.class)))
    @Idempotent
    @Consumes("application/json")
    @RequiresPermission("transitos:write")
    public Response create(TransitoValues values) {
        TransitoView transito = plan.plan(values);
        return Answers.created("transitos/" + transito.id(), transito, transito.version());
    }

    @PATCH
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TransitoView.class)))
    @Path("{id}")
    @Consumes({"application/json", "application/merge-patch+json"})
    @RequiresPermission("transitos:write")
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        return answer(change.change(
                Parameters.id(id),
                Parameters.version(ifMatch),
                present -> binding.patch(patch, present, TransitoValues.class)));
    }

    @DELETE
    @Path("{id}")
    @RequiresPermission("transitos:write")
    public void delete(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        change.delete(Parameters.id(id), Parameters.version(ifMatch));
    }

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TransitoView.class)))
    @Path("{id}/start")
    @RequiresPermission("transitos:write")
    public Response start(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return take(TransitoStep.START, id, ifMatch);
    }

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TransitoView.class)))
    @Path("{id}/complete")
    @RequiresPermission("transitos:write")
    public Response complete(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return take(TransitoStep.COMPLETE, id, ifMatch);
    }

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TransitoView.class)))
    @Path("{id}/cancel")
    @RequiresPermission("transitos:write")
    public Response cancel(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return take(TransitoStep.CANCEL, id, ifMatch);
    }

    private Response take(TransitoStep step, String id, String ifMatch) {
        return answer(change.take(step, Parameters.id(id), Parameters.version(ifMatch)));
    }

    private static Response answer(TransitoView transito) {
        return Answers.ok(transito, transito.version());
    }
}
