package io.tenantry.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.BlackBox;
import io.tenantry.it.product.Client;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Session;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing in by somebody else's identity provider, a real Keycloak, by configuration only. */
class OutsideIdentityIT extends BlackBox {

    private static final String CLIENT = """
            {"clientId": "%s", "publicClient": true, "directAccessGrantsEnabled": true, "protocolMappers": [%s]}""";

    private static final String AUDIENCE = """
            {"name": "audience", "protocol": "openid-connect", "protocolMapper": "oidc-audience-mapper",
             "config": {"included.custom.audience": "tenantry", "access.token.claim": "true"}}""";

    private static final String TENANT = """
            {"name": "tenant", "protocol": "openid-connect", "protocolMapper": "oidc-hardcoded-claim-mapper",
             "config": {"claim.name": "tenant_id", "claim.value": "%s", "jsonType.label": "String",
                        "access.token.claim": "true"}}""";

    private static final String USER = """
            {"username": "%s", "email": "%s", "emailVerified": %s, "enabled": true, "firstName": "A", "lastName": "B",
             "credentials": [{"type": "password", "value": "%s"}]}""";

    private static final String REALM = """
            {"realm": "tenantry", "enabled": true, "sslRequired": "none", "clients": [%s], "users": [%s]}""";

    private final Installation server = Installation.shared();

    @Test
    void itsTokensAreAsGoodAsOurOwn() {
        Tenant tenant = Tenants.starter();
        Tenant other = Tenants.starter();
        String clients = String.join(
                ",",
                CLIENT.formatted("page", AUDIENCE),
                CLIENT.formatted("tenant-page", AUDIENCE + "," + TENANT.formatted(tenant.slug())),
                CLIENT.formatted("other-application", ""));
        String users = String.join(
                ",",
                USER.formatted("owner", tenant.email(), true, Keycloak.PASSWORD),
                USER.formatted("impostor", other.email(), false, Keycloak.PASSWORD),
                USER.formatted("stranger", "stranger@example.test", true, Keycloak.PASSWORD));
        try (Keycloak keycloak = Keycloak.start(REALM.formatted(clients, users));
                Run run = start(keycloak)) {
            Client product = run.ready();

            Client owner = as(product, keycloak.token("tenant-page", "owner"));
            assertThat(owner.get("/api/me").expect(200).text("role")).isEqualTo("owner");
            owner.post("/api/precintos", Json.object("code", "OUTSIDE")).expect(201);
            owner.with("X-Tenant-ID", other.slug()).get("/api/precintos").expect(403);
            assertThat(tenant.owner().get("/api/activity").expect(200).each("action"))
                    .contains("access.tenantMismatch", "precinto.created");

            Client unbound = as(product, keycloak.token("page", "owner"));
            unbound.get("/api/precintos").expect(400);
            unbound.with("X-Tenant-ID", tenant.slug()).get("/api/precintos").expect(200);
            unbound.with("X-Tenant-ID", other.slug()).get("/api/precintos").expect(403);

            // issued for another application, of an address nobody has proven, of nobody here, and one of ours
            as(product, keycloak.token("other-application", "owner"))
                    .get("/api/me")
                    .expect(401);
            as(product, keycloak.token("page", "impostor")).get("/api/me").expect(401);
            as(product, keycloak.token("page", "stranger")).get("/api/me").expect(401);
            as(product, Session.login(tenant.email(), Tenants.OWNER_PASSWORD).accessToken())
                    .get("/api/me")
                    .expect(401);
            product.post("/api/auth/login", Json.object("email", tenant.email(), "password", Tenants.OWNER_PASSWORD))
                    .expect(403);
        }
    }

    private static Client as(Client product, String token) {
        assertThat(token).isNotBlank();
        return product.with("Authorization", "Bearer " + token);
    }

    private Run start(Keycloak keycloak) {
        Installation installation = Installation.fresh("outside-identity");
        installation.takeSecretsOf(server);
        Map<String, String> environment = new HashMap<>(keycloak.environment());
        environment.put("TENANTRY_DB_OWNER_PASSWORD", server.secret("database-owner.password"));
        environment.put("TENANTRY_DB_APP_PASSWORD", server.secret("database-app.password"));
        environment.put("TENANTRY_DB_BATCH_PASSWORD", server.secret("database-batch.password"));
        return Run.start(
                environment, installation, "--pool-size", "4", "--database-url", server.databaseUrl("tenantry"));
    }
}
