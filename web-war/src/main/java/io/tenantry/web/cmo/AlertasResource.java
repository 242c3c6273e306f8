package io.tenantry.web.cmo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.cmo.CmoCustomFields;
import io.tenantry.cmo.alerta.AlertaStep;
import io.tenantry.cmo.alerta.AlertaValues;
import io.tenantry.cmo.alerta.AlertaView;
import io.tenantry.cmo.alerta.ChangeAlerta;
import io.tenantry.cmo.alerta.FindAlertas;
import io.tenantry.cmo.alerta.RaiseAlerta;
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
import io.tenantry.web.json.BodyReading;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
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
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The tenant's alerts. */
@Path("alertas")
@RequestScoped
@Produces("application/json")
public class AlertasResource {

    @Inject
    FindAlertas find;

    @Inject
    RaiseAlerta raise;

    @Inject
    ChangeAlerta change;

    @Inject
    CustomFields customFields;

    @Inject
    BodyBinding binding;

    @Inject
    BodyReading reading;

    /** A page of the list, by name for the API's description. */
    public record AlertaPage(List<AlertaView> items, String nextCursor) {}

    /** {@code note}: what was found out, {@code null} for nothing. */
    public record ResolveRequest(@Size(max = 1000) String note) {}

    @GET
    @Produces({"application/json", "text/csv"})
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = AlertaPage.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    @Parameter(ref = "customFields")
    @RequiresPermission("alertas:read")
    public Response list(
            @BeanParam ListParameters list,
            @BeanParam CustomFieldParameters custom,
            @BeanParam AlertaParameters parameters,
            @QueryParam("format") @Parameter(description = "json or csv, instead of Accept") String format,
            @Context Request request) {
        FindAlertas.Filter filter = parameters.filter();
        if (CsvList.isWanted(format, request)) {
            list.requireWhole();
            CsvList<AlertaView> csv = AlertaCsv.list(customFields.fields(CmoCustomFields.ALERTAS));
            return csv.answer(list.sort, page -> find.page(filter, custom.filters(), page));
        }
        Page<AlertaView> page = find.page(filter, custom.filters(), list.page());
        return Response.ok(new AlertaPage(page.items(), page.nextCursor()), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AlertaView.class)))
    @Path("{id}")
    @RequiresPermission("alertas:read")
    public Response get(@PathParam("id") String id) {
        return answer(find.get(Parameters.id(id)));
    }

    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AlertaView.class)))
    @Idempotent
    @Consumes("application/json")
    @RequiresPermission("alertas:write")
    public Response create(AlertaValues values) {
        AlertaView alerta = raise.raise(values);
        return Answers.created("alertas/" + alerta.id(), alerta, alerta.version());
    }

    /** Each alert by itself: what one of them does not allow leaves the others alone. */
    @POST
    @Path("bulk")
    @Consumes("application/json")
    @RequiresPermission("alertas:write")
    public Bulk bulk(
            AlertaBulkRequest bulk, @HeaderParam("Accept-Language") @Parameter(hidden = true) String language) {
        return Bulk.run(bulk.ids(), language, id -> change.take(bulk.action().step(), id, OptionalLong.empty()));
    }

    @PATCH
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AlertaView.class)))
    @Path("{id}")
    @Consumes({"application/json", "application/merge-patch+json"})
    @RequiresPermission("alertas:write")
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        return answer(change.change(
                Parameters.id(id),
                Parameters.version(ifMatch),
                present -> binding.patch(patch, present, AlertaValues.class)));
    }

    @DELETE
    @Path("{id}")
    @RequiresPermission("alertas:write")
    public void delete(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        change.delete(Parameters.id(id), Parameters.version(ifMatch));
    }

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AlertaView.class)))
    @Path("{id}/acknowledge")
    @RequiresPermission("alertas:write")
    public Response acknowledge(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return answer(change.take(AlertaStep.ACKNOWLEDGE, Parameters.id(id), Parameters.version(ifMatch)));
    }

    /** The body may be left out. */
    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AlertaView.class)))
    @Path("{id}/resolve")
    @RequestBody(
            required = false,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ResolveRequest.class)))
    @RequiresPermission("alertas:write")
    public Response resolve(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, InputStream body)
            throws IOException {
        String note = reading.readIfAny(ResolveRequest.class, body)
                .map(ResolveRequest::note)
                .orElse(null);
        return answer(change.take(AlertaStep.RESOLVE, Parameters.id(id), Parameters.version(ifMatch), note));
    }

    private static Response answer(AlertaView alerta) {
        return Answers.ok(alerta, alerta.version());
    }
}
