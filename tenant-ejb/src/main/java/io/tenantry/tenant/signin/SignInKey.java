package io.tenantry.tenant.signin;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.text.Text;
import io.tenantry.tenant.access.Access;
import io.tenantry.tenant.apikey.AuthenticateApiKey;
import io.tenantry.tenant.apikey.AuthenticatedApiKey;
import io.tenantry.tenant.identity.IdentityProvider;
import io.tenantry.tenant.signin.internal.AccessTokens;
import io.tenantry.tenant.signin.internal.LoginThrottle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Exchanges the secret of an API key for an access token. There is no session: the key is looked up in each request. */
@ApplicationScoped
public class SignInKey {

    @Inject
    IdentityProvider provider;

    @Inject
    AuthenticateApiKey authenticate;

    @Inject
    LoginThrottle throttle;

    @Inject
    AccessTokens accessTokens;

    /**
     * @param clientId prefix or id of the key
     * @throws ProblemException {@code unauthenticated}, whatever is wrong; {@code rate-limited}; {@code tenant-suspended}
     */
    public KeyToken withSecret(String clientId, String secret, String networkAddress) {
        provider.requireBuiltIn();
        if (!throttle.admitKey(networkAddress)) {
            throw LoginThrottle.refusal();
        }
        AuthenticatedApiKey key = authenticate
                .authenticate(clientId, secret)
                .orElseThrow(() -> ProblemException.of(ProblemType.UNAUTHENTICATED, Text.of("tenant.bad-client")));
        throttle.keySucceeded(networkAddress);
        Access.Place place = key.access().place().orElseThrow();
        return new KeyToken(accessTokens.issue(key), AccessTokens.LIFETIME.toSeconds(), place.permissions());
    }
}
