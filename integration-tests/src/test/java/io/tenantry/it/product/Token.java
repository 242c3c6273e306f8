package io.tenantry.it.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.function.Consumer;

/** An access token taken apart, by nothing but the standard (RFC 7515), and put together wrongly. */
public record Token(JsonNode header, JsonNode claims, String signature, String signed) {

    public static Token parse(String token) {
        String[] parts = token.split("\\.");
        return new Token(
                Json.parse(decoded(parts[0])), Json.parse(decoded(parts[1])), parts[2], parts[0] + "." + parts[1]);
    }

    /** The same token with other claims under the old signature. */
    public String withClaims(Consumer<ObjectNode> change) {
        return join(header, changed(claims, change)) + "." + signature;
    }

    /** The same claims, unsigned. */
    public String unsigned() {
        return join(changed(header, node -> node.put("alg", "none")), claims) + ".";
    }

    /** Other claims, signed by another key that claims to be the product's. */
    public String signedBy(PrivateKey key, Consumer<ObjectNode> change) throws GeneralSecurityException {
        String content = join(header, changed(claims, change));
        Signature signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(key);
        signer.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
    }

    /** Whether the key of this JWK (RFC 7517) signed the token. */
    public boolean isSignedBy(JsonNode jwk) throws GeneralSecurityException {
        PublicKey key = KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(number(jwk.path("n")), number(jwk.path("e"))));
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(key);
        verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
        return verifier.verify(Base64.getUrlDecoder().decode(signature));
    }

    private static JsonNode changed(JsonNode node, Consumer<ObjectNode> change) {
        ObjectNode copy = node.deepCopy();
        change.accept(copy);
        return copy;
    }

    private static String join(JsonNode header, JsonNode claims) {
        return encoded(header) + "." + encoded(claims);
    }

    private static String encoded(JsonNode node) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(node.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static BigInteger number(JsonNode node) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(node.asText()));
    }
}
