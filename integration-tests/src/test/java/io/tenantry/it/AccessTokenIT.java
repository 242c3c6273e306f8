package io.tenantry.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Session;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import io.tenantry.it.product.Token;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Only the product's own signature on unchanged claims opens anything. */
class AccessTokenIT extends BlackBox {

    private static final long LONG_AGO = 1_700_000_000L;

    private static Tenant tenant;
    private static Token token;

    @BeforeAll
    static void signsIn() {
        tenant = Tenants.starter();
        token = Token.parse(
                Session.login(tenant.email(), Tenants.OWNER_PASSWORD).accessToken());
    }

    @Test
    void theTokenCarriesWhatIsPromised() {
        assertThat(token.header().path("alg").asText()).isEqualTo("RS256");
        assertThat(token.claims().path("upn").asText()).isEqualTo(tenant.email());
        assertThat(token.claims().path("tenant_id").asText()).isEqualTo(tenant.id());
        assertThat(token.claims().path("groups")).isNotEmpty();
        assertThat(token.claims().has("iss")).isTrue();
        assertThat(token.claims().has("sub")).isTrue();
        assertThat(token.claims().has("jti")).isTrue();
        assertThat(token.claims().path("exp").asLong()
                        - token.claims().path("iat").asLong())
                .isEqualTo(900);
    }

    @Test
    void thePublishedKeysHoldTheOneThatSigned() throws GeneralSecurityException {
        JsonNode keys =
                Api.anonymous().get("/.well-known/jwks.json").expect(200).json().path("keys");
        JsonNode key = StreamSupport.stream(keys.spliterator(), false)
                .filter(jwk -> jwk.path("kid").equals(token.header().path("kid")))
                .findFirst()
                .orElseThrow();
        assertThat(token.isSignedBy(key)).isTrue();
        assertThat(key.has("d")).as("private part").isFalse();
    }

    @Test
    void changedClaimsAreRefused() {
        refused(token.withClaims(claims -> claims.put("tenant_id", "01930000-0000-7000-8000-000000000001")));
        refused(token.withClaims(claims -> claims.putArray("groups").add("platform-admin")));
        refused(token.withClaims(claims -> claims.put("exp", claims.path("exp").asLong() + 1)));
        refused(token.withClaims(claims -> claims.put("exp", LONG_AGO)));
    }

    @Test
    void anUnsignedTokenIsRefused() {
        refused(token.unsigned());
        refused(token.signed() + ".");
    }

    @Test
    void aTokenOfAnotherKeyIsRefused() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair foreign = generator.generateKeyPair();
        refused(token.signedBy(foreign.getPrivate(), claims -> {}));
        refused(token.signedBy(foreign.getPrivate(), claims -> claims.put("exp", LONG_AGO)));
    }

    private static void refused(String bad) {
        Api.bearer(bad).get("/api/me").expectProblem(401, "unauthenticated");
        Api.bearer(bad).get("/api/precintos").expectProblem(401, "unauthenticated");
    }
}
