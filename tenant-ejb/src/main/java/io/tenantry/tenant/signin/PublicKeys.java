package io.tenantry.tenant.signin;

import com.nimbusds.jose.jwk.JWKSet;
import io.tenantry.tenant.signin.internal.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The keys by which others check our access tokens. */
@ApplicationScoped
public class PublicKeys {

    @Inject
    SigningKey signingKey;

    /** A JWK set (RFC 7517) of public keys only. */
    public String asJson() {
        return new JWKSet(signingKey.key()).toString(true);
    }
}
