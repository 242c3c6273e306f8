package io.tenantry.launcher;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** The RSA key pair that signs access tokens. The public file is always derived from the private one, so they match. */
final class SigningKeys {

    private static final int BITS = 2048;
    private static final String PRIVATE_FILE = "jwt-private.pem";
    private static final String PUBLIC_FILE = "jwt-public.pem";

    private final Secrets secrets;

    SigningKeys(Secrets secrets) {
        this.secrets = secrets;
        String privatePem = secrets.keep(PRIVATE_FILE, SigningKeys::generate);
        secrets.keep(PUBLIC_FILE, () -> publicPemOf(privatePem));
    }

    Path privateFile() {
        return secrets.file(PRIVATE_FILE);
    }

    Path publicFile() {
        return secrets.file(PUBLIC_FILE);
    }

    private static String generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return pem("PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String publicPemOf(String privatePem) {
        try {
            KeyFactory keys = KeyFactory.getInstance("RSA");
            byte[] encoded = Base64.getMimeDecoder().decode(privatePem.replaceAll("-----[A-Z ]+-----", ""));
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) keys.generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return pem(
                    "PUBLIC KEY",
                    keys.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new LaunchFailure("The signing key " + PRIVATE_FILE + " is not a PKCS#8 RSA key", e);
        }
    }

    private static String pem(String type, byte[] encoded) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(encoded);
        return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
    }
}
