package io.tenantry.tenant.attachment;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.attachment.internal.AttachmentSteps;
import io.tenantry.tenant.attachment.internal.FileTokens;
import io.tenantry.tenant.email.EmailLinks;
import io.tenantry.tenant.registry.Tenant;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Makes links to files. They are not stored: what they open, they say themselves, sealed. */
@Stateless
public class LinkAttachment {

    private static final String PATH = "/api/files/";

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    AttachmentSteps steps;

    @Inject
    FileTokens tokens;

    @Inject
    EmailLinks links;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /** @throws ProblemException {@code not-found} */
    public FileLink link(AttachedTo to, UUID id, Duration validity) {
        Attachment attachment = steps.stored(to, id);
        TenantId tenant = TenantContext.required();
        Instant until = clock.wallClock().plus(validity).truncatedTo(ChronoUnit.SECONDS);
        String token = tokens.issue(tenant, id, until);
        Map<String, Object> after = new LinkedHashMap<>(attachment.snapshot());
        after.put("expiresAt", until.toString());
        activity.changed("attachment.linked", "attachment", id, null, after);
        String slug = entityManager.find(Tenant.class, tenant.value()).slug();
        return new FileLink(links.tenant(slug, PATH + token), token, until);
    }
}
