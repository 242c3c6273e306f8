package io.tenantry.tenant.apikey;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.apikey.internal.KeyText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Finds the key a secret belongs to, in the tenant the secret names.
 *
 * <p>A wrong secret, an unknown key, one that is over and one of another client id are answered alike.
 */
@ApplicationScoped
public class AuthenticateApiKey {

    @Inject
    VerifyApiKey verify;

    /**
     * @param clientId prefix or id of the key
     * @param secret the key's whole text
     * @throws ProblemException {@code tenant-suspended}, to the holder of the right secret only
     */
    public Optional<AuthenticatedApiKey> authenticate(String clientId, String secret) {
        return KeyText.parse(secret)
                .filter(text -> clientId.equals(text.prefix())
                        || clientId.equals(text.id().toString()))
                .flatMap(text -> TenantContext.call(text.tenant(), () -> verify.bySecret(text)));
    }
}
