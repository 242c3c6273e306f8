package io.tenantry.tenant.signin.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The RSA key that signs access tokens: PKCS #8 or PKCS #1 PEM at {@code tenantry.jwt.private-key.location}, a
 * {@code file:} address. The server checks tokens by its public half ({@code mp.jwt.verify.publickey.location}).
 */
@ApplicationScoped
public class SigningKey {

    @Inject
    @ConfigProperty(name = "tenantry.jwt.private-key.location")
    String location;

    private RSAKey key;

    @PostConstruct
    void read() {
        try {
            RSAKey read = JWK.parseFromPEMEncodedObjects(Files.readString(Path.of(URI.create(location))))
                    .toRSAKey();
            key = new RSAKey.Builder(read)
                    .keyIDFromThumbprint()
                    .keyUse(KeyUse.SIGNATURE)
                    .build();
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException("the signing key cannot be read from " + location, e);
        }
    }

    public RSAKey key() {
        return key;
    }
}
