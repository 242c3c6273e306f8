package io.tenantry.tenant.signin.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The RSA key that signs access tokens: PKCS #8 in PEM at {@code tenantry.jwt.private-key.location}, a
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
            RSAPrivateCrtKey privateKey = privateKey(Files.readString(Path.of(URI.create(location))));
            RSAPublicKeySpec publicHalf =
                    new RSAPublicKeySpec(privateKey.getModulus(), privateKey.getPublicExponent());
            RSAPublicKey publicKey = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(publicHalf);
            key = new RSAKey.Builder(publicKey)
                    .privateKey(privateKey)
                    .keyIDFromThumbprint()
                    .keyUse(KeyUse.SIGNATURE)
                    .build();
        } catch (IOException | GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException("the signing key cannot be read from " + location, e);
        }
    }

    private static RSAPrivateCrtKey privateKey(String pem) throws GeneralSecurityException {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
        return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(encoded);
    }

    public RSAKey key() {
        return key;
    }
}
