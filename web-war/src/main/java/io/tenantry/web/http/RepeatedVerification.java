package io.tenantry.web.http;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.access.Access;
import io.tenantry.tenant.access.VerifyAccess;
import io.tenantry.tenant.apikey.VerifyApiKey;
import io.tenantry.tenant.impersonation.VerifyImpersonation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Verifies a caller again and again, for an answer that lasts longer than the request that was verified. */
@ApplicationScoped
public class RepeatedVerification {

    @Inject
    VerifyAccess verifyAccess;

    @Inject
    VerifyApiKey verifyApiKey;

    @Inject
    VerifyImpersonation verifyImpersonation;

    /**
     * What the caller may do by the time it is asked, on any thread; it throws where {@link CallerVerification} would.
     *
     * @param access of a caller in a tenant, as it was verified
     */
    public Supplier<Access> of(Access access, JsonWebToken token) {
        TenantId tenant = access.place().orElseThrow().tenant();
        Supplier<Access> again = again(access, tenant, token);
        return () -> TenantContext.call(tenant, again);
    }

    private Supplier<Access> again(Access access, TenantId tenant, JsonWebToken token) {
        UUID session = access.sessionId();
        UUID account = access.accountId();
        if (access.apiKey()) {
            int secretNo = KeyVerification.secretNo(token);
            return () -> verifyApiKey.bySecretNo(account, secretNo);
        }
        Optional<UUID> impersonation = access.impersonation().map(Access.Impersonation::id);
        return impersonation.isPresent()
                ? () -> verifyImpersonation.of(session, impersonation.get())
                : () -> verifyAccess.in(tenant, session, account);
    }
}
