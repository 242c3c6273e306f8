package io.tenantry.tenant.attachment;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.attachment.internal.AttachmentSteps;
import io.tenantry.tenant.attachment.internal.BlobStores;
import io.tenantry.tenant.attachment.internal.FileTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads a file by a link, for whoever has it. What does not open it, and why, nobody is told. */
@ApplicationScoped
public class OpenLink {

    @Inject
    FileTokens tokens;

    @Inject
    AttachmentSteps steps;

    @Inject
    BlobStores stores;

    @Inject
    BusinessClock clock;

    /**
     * @param host the tenant whose own host was asked, if it was one's
     * @throws ProblemException {@code not-found}
     */
    public StoredFile open(String token, Optional<TenantId> host) {
        FileTokens.Claim claim = tokens.read(token)
                .filter(found -> found.until().isAfter(clock.wallClock()))
                .filter(found -> host.map(found.tenant()::equals).orElse(true))
                .orElseThrow(ProblemException::notFound);
        return TenantContext.call(
                claim.tenant(),
                () -> steps.published(claim.attachment()).map(stores::file).orElseThrow(ProblemException::notFound));
    }
}
