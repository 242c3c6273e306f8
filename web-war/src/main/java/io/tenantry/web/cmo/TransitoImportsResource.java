package io.tenantry.web.cmo;

import io.tenantry.cmo.CmoCustomFields;
import io.tenantry.cmo.transito.ImportTransitos;
import io.tenantry.cmo.transito.TransitoLine;
import io.tenantry.web.csv.CsvFile;
import io.tenantry.web.csv.CsvImport;
import io.tenantry.web.csv.ImportParameters;
import io.tenantry.web.csv.ImportView;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Files of transits. */
@Path("transitos/import")
@RequestScoped
@Produces("application/json")
public class TransitoImportsResource {

    @Inject
    ImportTransitos imports;

    @Inject
    CsvImport csvImport;

    /** Plans the transits of a CSV file, all or none unless it is said otherwise. */
    @POST
    @Consumes("text/csv")
    @RequestBody(content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportView.class)))
    @RequiresPermission("transitos:write")
    public Response enter(
            CsvFile file,
            @BeanParam ImportParameters parameters,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) String language) {
        return csvImport.run(
                file,
                parameters,
                language,
                new CsvImport.Target<>(
                        CmoCustomFields.TRANSITOS, TransitoLine.class, imports::rehearse, imports::enter));
    }
}
