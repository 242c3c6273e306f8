package io.tenantry.web.cmo;

import io.tenantry.cmo.CmoCustomFields;
import io.tenantry.cmo.precinto.ImportPrecintos;
import io.tenantry.cmo.precinto.PrecintoValues;
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

/** Files of seals. */
@Path("precintos/import")
@RequestScoped
@Produces("application/json")
public class PrecintoImportsResource {

    @Inject
    ImportPrecintos imports;

    @Inject
    CsvImport csvImport;

    /** Enters the seals of a CSV file, all or none unless it is said otherwise. */
    @POST
    @Consumes("text/csv")
    @RequestBody(content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportView.class)))
    @RequiresPermission("precintos:write")
    public Response enter(
            CsvFile file,
            @BeanParam ImportParameters parameters,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) String language) {
        return csvImport.run(
                file,
                parameters,
                language,
                new CsvImport.Target<>(
                        CmoCustomFields.PRECINTOS, PrecintoValues.class, imports::rehearse, imports::enter));
    }
}
