package io.tenantry.it;

import static io.tenantry.it.product.Domain.PRECINTOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Product;
import io.tenantry.it.product.Session;
import io.tenantry.it.product.Tenants;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong between pages: caches, stale tabs, other sites. */
class PageAttacksIT extends BlackBox {

    private static final String MULTI = "multi@tenantry.test";

    // attack case 15
    @ParameterizedTest
    @ValueSource(strings = {PRECINTOS, "/api/me", "/api/users", "/api/activity", "/api/branding"})
    void noCacheKeepsAnAnswerOfTheApi(String path) {
        assertThat(Tenants.demo("owner@acme.test").get(path).expect(200).header("Cache-Control"))
                .contains("no-store");
    }

    // attack case 15
    @Test
    void theStyleSheetOfOneHostIsNotTakenForThatOfAnother() {
        String tag = sheet("acme").expect(200).etag();
        Answer other = Api.anonymous()
                .with("Host", "localhost:" + Product.address().getPort())
                .with("If-None-Match", tag)
                .get("/branding.css");

        assertThat(sheet("acme").header("Cache-Control"))
                .doesNotContain("public")
                .contains("no-cache");
        assertThat(other.status() == 304).isEqualTo(other.etag().equals(tag));
    }

    // attack case 17
    @Test
    void aTabOfTheTenantBeforeTheSwitchWritesNothing() {
        Session before = Session.login(MULTI, Tenants.PASSWORD, "globex");
        Session after = before.switchTo("acme");
        String code = "STALE-" + Tenants.unique();

        after.api()
                .with("X-Tenant-ID", "globex")
                .post(PRECINTOS, Domain.precinto(code))
                .expectProblem(403, "tenant-mismatch");

        assertThat(after.api().get(PRECINTOS + "?limit=200").expect(200).each("code"))
                .doesNotContain(code);
    }

    // attack case 18
    @Test
    void anotherSiteNeitherRefreshesNorSwitchesNorSignsOut() {
        Session session = Session.login(MULTI, Tenants.PASSWORD, "acme");
        Api cookieOnly = Api.anonymous().with("Cookie", session.cookie());

        for (String site : List.of("cross-site", "same-site")) {
            for (String path : List.of("/api/auth/refresh", "/api/auth/logout")) {
                cookieOnly.with("Sec-Fetch-Site", site).post(path).expectProblem(403, "forbidden");
            }
        }
        cookieOnly.post("/api/auth/switch", Json.object("tenant", "globex")).expectProblem(401, "unauthenticated");
        assertThat(session.cookie()).isNotBlank();
        assertThat(session.answer().header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict");
        session.refresh().expect(200);
    }

    private static Answer sheet(String slug) {
        return Api.anonymous()
                .with("Host", slug + ".localhost:" + Product.address().getPort())
                .get("/branding.css");
    }
}
