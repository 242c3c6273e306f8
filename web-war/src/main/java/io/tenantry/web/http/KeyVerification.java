package io.tenantry.web.http;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.access.Access;
import io.tenantry.tenant.access.RecordAccess;
import io.tenantry.tenant.apikey.VerifyApiKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Verifies a request with an API key's access token. A key works in its own tenant, whatever the request names. */
@ApplicationScoped
public class KeyVerification {

    private static final String KEY = "api_key";

    @Inject
    VerifyApiKey verifyApiKey;

    @Inject
    RecordAccess recordAccess;

    static boolean isOfKey(JsonWebToken token) {
        return token.containsClaim(KEY);
    }

    /**
     * Leaves the thread working for the key's tenant; the edge of the request ends that.
     *
     * @throws ProblemException {@code unauthenticated}, {@code tenant-mismatch}, {@code tenant-suspended}
     */
    Access verify(JsonWebToken token, TenantId tenant, RequestedTenant.Answer others) {
        UUID key = Ids.parse(token.getClaim(KEY)).orElseThrow(KeyVerification::unauthenticated);
        int secretNo = secretNo(token);
        TenantContext.enter(tenant);
        Access access = verifyApiKey.bySecretNo(key, secretNo);
        Caller.identify(Caller.Kind.KEY, key, access.displayName());
        if (!others.agreesWith(access.place().map(Access.Place::tenant))) {
            recordAccess.mismatchOfKey(key);
            throw ProblemException.of(ProblemType.TENANT_MISMATCH);
        }
        return access;
    }

    static int secretNo(JsonWebToken token) {
        try {
            return Integer.parseInt(token.getClaim("secret_no"));
        } catch (NumberFormatException e) {
            throw unauthenticated();
        }
    }

    private static ProblemException unauthenticated() {
        return ProblemException.of(ProblemType.UNAUTHENTICATED);
    }
}
