package io.tenantry.web.tenant;

import io.tenantry.platform.page.Page;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.attachment.AddAttachment;
import io.tenantry.tenant.attachment.AttachedTo;
import io.tenantry.tenant.attachment.AttachmentView;
import io.tenantry.tenant.attachment.DeleteAttachment;
import io.tenantry.tenant.attachment.FileLink;
import io.tenantry.tenant.attachment.FindAttachments;
import io.tenantry.tenant.attachment.LinkAttachment;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.FileAnswer;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.json.BodyReading;
import io.tenantry.web.json.BoundedBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;

/** What the resources of all kinds of rows do with the files of a row. */
@ApplicationScoped
public class AttachedFiles {

    @Inject
    FindAttachments find;

    @Inject
    AddAttachment add;

    @Inject
    DeleteAttachment delete;

    @Inject
    LinkAttachment link;

    @Inject
    BodyReading reading;

    /** {@code expiresIn}: for how many seconds, at most a day; an hour if not given. */
    public record LinkRequest(@Min(1) @Max(86_400) Integer expiresIn) {}

    /** An address that anybody who has it can read the file at, and until when. */
    public record LinkView(String url, Instant expiresAt) {}

    public Page<AttachmentView> list(String entity, String id, ListParameters list) {
        return find.page(to(entity, id), list.page());
    }

    /** @param name of the file; what of it is unsafe is left out */
    public Response add(String entity, String id, String name, InputStream body) throws IOException {
        try {
            AttachmentView added = add.add(to(entity, id), name, body);
            return Answers.created("%s/%s/attachments/%s".formatted(entity, id, added.id()), added, added.version());
        } catch (ProblemException e) {
            BoundedBody.swallow(body);
            throw e;
        }
    }

    public Response get(String entity, String id, String attachment) {
        AttachmentView view = find.get(to(entity, id), Parameters.id(attachment));
        return Answers.ok(view, view.version());
    }

    public Response content(String entity, String id, String attachment, String known) {
        return FileAnswer.of(find.open(to(entity, id), Parameters.id(attachment)), known, false);
    }

    public LinkView link(String entity, String id, String attachment, InputStream body) throws IOException {
        Integer expiresIn = reading.readIfAny(LinkRequest.class, body)
                .map(LinkRequest::expiresIn)
                .orElse(null);
        FileLink made = link.link(
                to(entity, id),
                Parameters.id(attachment),
                expiresIn == null ? Duration.ofHours(1) : Duration.ofSeconds(expiresIn));
        return new LinkView(made.url(), made.expiresAt());
    }

    public void delete(String entity, String id, String attachment, String ifMatch) {
        delete.delete(to(entity, id), Parameters.id(attachment), Parameters.version(ifMatch));
    }

    private static AttachedTo to(String entity, String id) {
        return new AttachedTo(entity, Parameters.id(id));
    }
}
