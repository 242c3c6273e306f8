package io.tenantry.web.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.customfield.ChangeCustomField;
import io.tenantry.tenant.customfield.Conversion;
import io.tenantry.tenant.customfield.ConversionView;
import io.tenantry.tenant.customfield.ConvertCustomField;
import io.tenantry.tenant.customfield.CreateCustomField;
import io.tenantry.tenant.customfield.CustomFieldValues;
import io.tenantry.tenant.customfield.CustomFieldView;
import io.tenantry.tenant.customfield.DeleteCustomField;
import io.tenantry.tenant.customfield.FindCustomFields;
import io.tenantry.web.http.Answers;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The fields the tenant has added to its rows. */
@Path("custom-fields")
@RequestScoped
@Produces("application/json")
public class CustomFieldsResource {

    @Inject
    FindCustomFields find;

    @Inject
    CreateCustomField create;

    @Inject
    ChangeCustomField change;

    @Inject
    ConvertCustomField convert;

    @Inject
    DeleteCustomField delete;

    @Inject
    BodyBinding binding;

    @GET
    @RequiresPermission("customFields:read")
    public Page<CustomFieldView> list(@BeanParam ListParameters list, @QueryParam("entity") String entity) {
        return find.page(entity, list.page());
    }

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CustomFieldView.class)))
    @Path("{id}")
    @RequiresPermission("customFields:read")
    public Response get(@PathParam("id") String id) {
        return answer(find.get(Parameters.id(id)));
    }

    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CustomFieldView.class)))
    @Idempotent
    @Consumes("application/json")
    @RequiresPermission("customFields:write")
    public Response create(CustomFieldValues values) {
        CustomFieldView field = create.create(values);
        return Answers.created("custom-fields/" + field.id(), field, field.version());
    }

    @PATCH
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CustomFieldView.class)))
    @Path("{id}")
    @Consumes({"application/json", "application/merge-patch+json"})
    @RequiresPermission("customFields:write")
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        return answer(change.change(
                Parameters.id(id),
                Parameters.version(ifMatch),
                present -> binding.patch(patch, present, CustomFieldValues.class)));
    }

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ConversionView.class)))
    @Path("{id}/convert")
    @Consumes("application/json")
    @RequiresPermission("customFields:write")
    public Response convert(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, Conversion conversion) {
        ConversionView converted = convert.convert(Parameters.id(id), Parameters.version(ifMatch), conversion);
        return Answers.ok(converted, converted.field().version());
    }

    @DELETE
    @Path("{id}")
    @RequiresPermission("customFields:write")
    public void delete(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Parameter(description = "delete: its values too; without, a field with values is kept")
                    @QueryParam("values")
                    String values) {
        if (values != null && !values.equals("delete")) {
            throw ProblemException.invalid("/values", "validation.one-of", "delete");
        }
        delete.delete(Parameters.id(id), Parameters.version(ifMatch), values != null);
    }

    private static Response answer(CustomFieldView field) {
        return Answers.ok(field, field.version());
    }
}
