package io.tenantry.it;

import static io.tenantry.it.product.Domain.PRECINTOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Product;
import io.tenantry.it.product.Session;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A session and the hosts, headers and parameters it is used with. */
class SessionHostIT extends BlackBox {

    private static final Map<String, Object> MULTI =
            Json.object("email", "multi@tenantry.test", "password", Tenants.PASSWORD);

    @Test
    void signingInOnATenantsHostLeadsIntoThatTenant() {
        for (String slug : new String[] {"globex", "acme"}) {
            assertThat(at(slug).post("/api/auth/login", MULTI)
                            .expect(200)
                            .json()
                            .path("tenant")
                            .path("slug")
                            .asText())
                    .isEqualTo(slug);
        }
        assertThat(tenantOf(Api.anonymous().with("X-Tenant-ID", "globex").post("/api/auth/login", MULTI)))
                .isEqualTo("globex");
        assertThat(tenantOf(Api.anonymous().post("/api/auth/login?tenant=acme", MULTI)))
                .isEqualTo("acme");
    }

    @Test
    void signingInWhereOneDoesNotBelongIsRefused() {
        at("initech").post("/api/auth/login", MULTI).expectProblem(403, "tenant-mismatch");
        at("acme")
                .post(
                        "/api/auth/login",
                        Json.object("email", "multi@tenantry.test", "password", Tenants.PASSWORD, "tenant", "globex"))
                .expectProblem(403, "tenant-mismatch");
        at("acme").with("X-Tenant-ID", "globex").post("/api/auth/login", MULTI).expectProblem(403, "tenant-mismatch");
    }

    // attack case 23: with a wrong password a tenant's existence is not told
    @Test
    void aWrongPasswordIsAnsweredAlikeWhateverIsNamed() {
        for (String named : new String[] {"acme", "initech", "no-such-tenant"}) {
            Api.anonymous()
                    .post(
                            "/api/auth/login",
                            Json.object(
                                    "email",
                                    "nobody-" + Tenants.unique() + "@example.test",
                                    "password",
                                    "wrong",
                                    "tenant",
                                    named))
                    .expectProblem(401, "unauthenticated");
        }
    }

    @Test
    void theOperatorMaySignInOnATenantsHost() {
        Answer answer = at("acme")
                .post("/api/auth/login", Json.object("email", "admin@tenantry.test", "password", Tenants.PASSWORD));
        assertThat(answer.expect(200).json().path("tenant").isNull()).isTrue();
        at("acme")
                .with("Authorization", "Bearer " + answer.text("accessToken"))
                .get(PRECINTOS)
                .expect(200);
    }

    // attack case 16
    @Test
    void aRefreshTokenUsedOnAnotherTenantsHostEndsItsSession() {
        Tenant tenant = Tenants.starter();
        Session session = Session.login(tenant.email(), Tenants.OWNER_PASSWORD);

        at("acme").with("Cookie", session.cookie()).post("/api/auth/refresh").expectProblem(403, "tenant-mismatch");

        session.refresh().expectProblem(401, "unauthenticated");
        session.api().get(PRECINTOS).expectProblem(401, "unauthenticated");
        assertThat(tenant.owner().get("/api/activity").expect(200).each("action"))
                .contains("session.ended");
    }

    @Test
    void aRefreshTokenIsGoodOnItsTenantsHostAndOnThePlatforms() {
        Tenant tenant = Tenants.starter();
        Session session = Session.login(tenant.email(), Tenants.OWNER_PASSWORD).refreshed();
        at(tenant.slug())
                .with("Cookie", session.cookie())
                .post("/api/auth/refresh")
                .expect(200);
    }

    // attack case 4
    @Test
    void aRefreshKeepsItsTenantWhateverTheHeaderSays() {
        Tenant tenant = Tenants.starter();
        Session session = Session.login(tenant.email(), Tenants.OWNER_PASSWORD);
        Answer refreshed = Api.anonymous()
                .with("Cookie", session.cookie())
                .with("X-Tenant-ID", "acme")
                .post("/api/auth/refresh");
        assertThat(tenantOf(refreshed)).isEqualTo(tenant.slug());
    }

    @Test
    void onATenantsOwnHostNobodySwitchesToAnother() {
        Session session = Session.login("multi@tenantry.test", Tenants.PASSWORD, "acme");
        Api onHost = session.api().with("Host", host("acme")).with("Cookie", session.cookie());

        onHost.post("/api/auth/switch", Json.object("tenant", "globex")).expectProblem(403, "tenant-mismatch");
        session.refresh().expect(200);
    }

    private static String tenantOf(Answer answer) {
        return answer.expect(200).json().path("tenant").path("slug").asText();
    }

    private static Api at(String slug) {
        return Api.anonymous().with("Host", host(slug));
    }

    private static String host(String slug) {
        return slug + ".localhost:" + Product.address().getPort();
    }
}
