package io.tenantry.web.tenant;

import io.tenantry.platform.page.Page;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.text.Text;
import io.tenantry.tenant.email.ChangeEmailTemplate;
import io.tenantry.tenant.email.EmailKey;
import io.tenantry.tenant.email.EmailTemplate;
import io.tenantry.tenant.email.EmailTemplateValues;
import io.tenantry.tenant.email.EmailTemplateVersion;
import io.tenantry.tenant.email.EmailTemplateView;
import io.tenantry.tenant.email.FindEmailTemplates;
import io.tenantry.tenant.email.PreviewEmail;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.CurrentRequest;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.RequiresPermission;
import io.tenantry.web.json.BodyReading;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The texts of the tenant's e-mail, per key and language; English where no {@code locale} is given. */
@Path("tenant/email-templates")
@RequestScoped
@Produces("application/json")
public class EmailTemplatesResource {

    @Inject
    FindEmailTemplates templates;

    @Inject
    ChangeEmailTemplate change;

    @Inject
    PreviewEmail preview;

    @Inject
    BodyReading reading;

    @Inject
    CurrentRequest current;

    @GET
    @RequiresPermission("email:read")
    public Page<EmailTemplateView> list() {
        return new Page<>(templates.all(), null);
    }

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EmailTemplateView.class)))
    @Path("{key}")
    @RequiresPermission("email:read")
    public Response get(@PathParam("key") String key, @QueryParam("locale") String locale) {
        return inForce(key(key), language(locale));
    }

    @PUT
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EmailTemplateView.class)))
    @Path("{key}")
    @Consumes("application/json")
    @RequiresPermission("email:write")
    public Response replace(
            @PathParam("key") String key,
            @QueryParam("locale") String locale,
            @HeaderParam("If-Match") String ifMatch,
            EmailTemplateValues values) {
        change.replace(key(key), language(locale), values, Parameters.requiredVersion(ifMatch));
        return inForce(key(key), language(locale));
    }

    @DELETE
    @Path("{key}")
    @RequiresPermission("email:write")
    public void reset(
            @PathParam("key") String key,
            @QueryParam("locale") String locale,
            @HeaderParam("If-Match") String ifMatch) {
        change.reset(key(key), language(locale), Parameters.requiredVersion(ifMatch));
    }

    /** Without a body the texts in force; with one a draft, whose missing members are those in force. */
    @POST
    @Path("{key}/preview")
    @RequiresPermission("email:read")
    @RequestBody(
            required = false,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Draft.class)))
    public EmailTemplate preview(@PathParam("key") String key, @QueryParam("locale") String locale, InputStream body)
            throws IOException {
        Draft draft = reading.readIfAny(Draft.class, body).orElse(new Draft(null, null, null));
        return preview.show(key(key), language(locale), new EmailTemplate(draft.subject(), draft.text(), draft.html()));
    }

    /** A template that is not stored. */
    public record Draft(
            @Size(min = 1, max = 200) String subject,
            @Size(min = 1, max = 20_000) String text,
            @Size(min = 1, max = 50_000) String html) {}

    /** To nobody but the caller. */
    @POST
    @APIResponse(responseCode = "202")
    @Path("{key}/test")
    @RequiresPermission("email:write")
    public Response test(@PathParam("key") String key, @QueryParam("locale") String locale) {
        if (current.access().apiKey()) {
            throw ProblemException.of(ProblemType.FORBIDDEN, Text.of("tenant.api-key-no-account"));
        }
        preview.sendTo(current.access().email(), key(key), language(locale));
        return Response.accepted().build();
    }

    @GET
    @Path("{key}/versions")
    @RequiresPermission("email:read")
    public Page<EmailTemplateVersion> versions(
            @PathParam("key") String key, @QueryParam("locale") String locale, @BeanParam ListParameters list) {
        return templates.versions(key(key), language(locale), list.page());
    }

    @GET
    @Path("{key}/versions/{no}")
    @RequiresPermission("email:read")
    public EmailTemplateView version(
            @PathParam("key") String key, @PathParam("no") String no, @QueryParam("locale") String locale) {
        return templates.version(key(key), language(locale), number(no));
    }

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EmailTemplateView.class)))
    @Path("{key}/versions/{no}/restore")
    @RequiresPermission("email:write")
    public Response restore(
            @PathParam("key") String key,
            @PathParam("no") String no,
            @QueryParam("locale") String locale,
            @HeaderParam("If-Match") String ifMatch) {
        change.restore(key(key), language(locale), number(no), Parameters.requiredVersion(ifMatch));
        return inForce(key(key), language(locale));
    }

    private Response inForce(EmailKey key, Locale language) {
        EmailTemplateView template = templates.inForce(key, language);
        return Answers.ok(template, template.no());
    }

    private static EmailKey key(String code) {
        return EmailKey.find(code).orElseThrow(ProblemException::notFound);
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw ProblemException.notFound();
        }
        return Long.parseLong(text);
    }

    private static Locale language(String tag) {
        return Parameters.language("locale", tag);
    }
}
