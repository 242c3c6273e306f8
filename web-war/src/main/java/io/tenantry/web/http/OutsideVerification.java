package io.tenantry.web.http;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.identity.OutsideAccounts;
import io.tenantry.tenant.registry.ResolveTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads an access token of an outside identity provider: whose it is, and the tenant that its claim names, if any. */
@ApplicationScoped
public class OutsideVerification {

    @Inject
    OutsideAccounts accounts;

    @Inject
    ResolveTenant resolve;

    UUID account(JsonWebToken token) {
        Object verified = token.getClaim("email_verified");
        Optional<String> email = Optional.<Object>ofNullable(token.getClaim("email"))
                .filter(address -> Boolean.parseBoolean(String.valueOf(verified)))
                .map(Object::toString);
        return accounts.accountOf(token.getIssuer(), token.getSubject(), email);
    }

    /** An id or a slug; a tenant there is not is one that nobody belongs to. */
    Optional<TenantId> claimed(JsonWebToken token) {
        return Optional.<Object>ofNullable(token.getClaim("tenant_id"))
                .map(claim -> resolve.named(claim.toString()).orElse(new TenantId(new UUID(0, 0))));
    }
}
