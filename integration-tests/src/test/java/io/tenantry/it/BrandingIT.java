package io.tenantry.it;

import static io.tenantry.it.product.Branding.BRANDING;
import static io.tenantry.it.product.Branding.PUBLIC;
import static io.tenantry.it.product.Branding.SHEET;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Branding;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.ProductDatabase;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a tenant looks: who sets it, and what its visitors see. */
class BrandingIT extends BlackBox {

    private Tenant tenant;
    private Api owner;
    private Api visitor;

    @BeforeEach
    void makesTenant() {
        tenant = Tenants.professional();
        owner = tenant.owner();
        visitor = Branding.visitor(tenant.slug());
    }

    @Test
    void whatIsSetIsSeenByVisitorsOfTheHost() {
        Answer set =
                Branding.set(owner, Branding.values(".card { color: red }")).expect(200);

        assertThat(set.text("displayName")).isEqualTo("Acme Maritime");
        assertThat(set.json().path("colors").path("accent").asText()).isEqualTo("#cc0088");
        assertThat(set.json().path("refused")).isEmpty();
        assertThat(owner.get(BRANDING).expect(200).body()).isEqualTo(set.body());
        assertThat(owner.get(BRANDING).etag()).isEqualTo(set.etag());
        JsonNode seen = visitor.get(PUBLIC).expect(200).json();
        assertThat(seen.path("displayName").asText()).isEqualTo("Acme Maritime");
        assertThat(seen.path("theme").asText()).isEqualTo("auto");
        assertThat(seen.path("colors")).isEqualTo(set.json().path("colors"));
        assertThat(visitor.get(SHEET).expect(200).body())
                .contains("color-scheme: light dark;", "--saas-color-primary: light-dark(#0b5fff, ")
                .contains("--saas-color-on-primary: light-dark(#ffffff, ")
                .contains(".saas-themed .card { color: red; }");
    }

    @Test
    void beforeAnythingIsSetTheTenantHasItsNameAndThePlatformsColours() {
        Answer unset = owner.get(BRANDING).expect(200);

        assertThat(unset.text("displayName")).isEqualTo("Tenant " + tenant.slug());
        assertThat(unset.etag()).isEqualTo("\"0\"");
        assertThat(visitor.get(PUBLIC).expect(200).text("displayName")).isEqualTo("Tenant " + tenant.slug());
        assertThat(visitor.get(SHEET).expect(200).body())
                .isEqualTo(Api.anonymous().get(SHEET).expect(200).body());
    }

    @Test
    void thePlatformsOwnHostsLookLikeThePlatform() {
        Branding.set(owner, Branding.values(".card { color: red }")).expect(200);

        Answer platform = Api.anonymous().get(PUBLIC).expect(200);
        assertThat(platform.text("displayName")).isEqualTo("Tenantry");
        assertThat(platform.json().path("logo").isNull()).isTrue();
        assertThat(Api.anonymous().get(SHEET).expect(200).body()).doesNotContain("card", "#0b5fff");
        Branding.visitor("nobody-" + Tenants.unique()).get(PUBLIC).expectProblem(404, "not-found");
        Branding.visitor("nobody-" + Tenants.unique()).get(SHEET).expectProblem(404, "not-found");
    }

    @Test
    void twoWhoChangeItDoNotUndoEachOther() {
        Map<String, Object> values = Branding.values("");
        owner.put(BRANDING, values).expectProblem(428, "precondition-required");
        Api first = owner.with("If-Match", "\"0\"");
        Answer set = first.put(BRANDING, values).expect(200);
        first.put(BRANDING, values).expectProblem(412, "precondition-failed");
        values.put("theme", "dark");
        assertThat(owner.with("If-Match", set.etag())
                        .put(BRANDING, values)
                        .expect(200)
                        .etag())
                .isNotEqualTo(set.etag());
    }

    @Test
    void whatIsNoColourOrThemeIsRefusedWhereItIs() {
        refused("/colors/primary", "colors", Json.object("primary", "red", "secondary", "#000", "accent", "#000"));
        refused("/colors/accent", "colors", Json.object("primary", "#000", "secondary", "#000", "accent", "#00"));
        refused(
                "/colors/secondary",
                "colors",
                Json.object("primary", "#000", "secondary", "#000;}*{x:y", "accent", "#000"));
        refused("/colors/accent", "colors", Json.object("primary", "#000", "secondary", "#000"));
        refused("/colors/more", "colors", Json.object("more", "#000"));
        refused("/colors", "colors", null);
        refused("/theme", "theme", "sepia");
        refused("/displayName", "displayName", " ");
        refused("/displayName", "displayName", "x".repeat(201));
        refused("/customCss", "customCss", " ".repeat(50_001));
        assertThat(owner.get(BRANDING).etag()).isEqualTo("\"0\"");
    }

    private void refused(String pointer, String member, Object value) {
        Map<String, Object> values = Branding.values("");
        values.put(member, value);
        Answer answer = Branding.set(owner, values).expectProblem(400, "validation");
        assertThat(answer.json().path("errors").path(0).path("pointer").asText())
                .isEqualTo(pointer);
    }

    @Test
    void coloursThatAreHardToSeeAreWarnedOf() {
        Map<String, Object> values = Branding.values("");
        values.put("colors", Json.object("primary", "#ffee00", "secondary", "#767676", "accent", "#000000"));
        Answer set = Branding.set(owner.with("Accept-Language", "es"), values).expect(200);

        JsonNode primary = set.json().path("contrasts").path(0);
        assertThat(primary.path("color").asText()).isEqualTo("primary");
        assertThat(primary.path("text").asText()).isEqualTo("#000000");
        assertThat(primary.path("onText").asDouble()).isGreaterThan(17);
        assertThat(primary.path("onLight").asDouble()).isLessThan(1.2);
        assertThat(set.json().path("warnings")).hasSize(1);
        assertThat(set.json().path("warnings").path(0).path("color").asText()).isEqualTo("primary");
        assertThat(set.json().path("warnings").path(0).path("detail").asText()).contains("contraste");
        values.put("theme", "dark");
        assertThat(Branding.set(owner, values).expect(200).json().path("warnings"))
                .isEmpty();
    }

    @Test // attack case 28
    void whatCouldDoHarmInASheetIsToldAndNotApplied() {
        String css = """
                .a { color: red }
                .b { background: url(https://evil.example/x) }
                @import "https://evil.example/x.css";
                input[value^="a"] { color: red }
                </style><script>alert(1)</script>
                """;
        Answer set = Branding.set(owner, Branding.values(css)).expect(200);

        assertThat(set.text("customCss")).isEqualTo(css);
        assertThat(set.json().path("refused").findValuesAsText("reason"))
                .contains("address", "atRule", "selector", "syntax");
        assertThat(set.json().path("refused").path(0).path("detail").asText()).isNotBlank();
        assertThat(owner.get(BRANDING).expect(200).body()).isEqualTo(set.body());
        assertThat(visitor.get(SHEET).expect(200).body())
                .contains(".saas-themed .a { color: red; }")
                .doesNotContain("evil", "url", "@import", "input", "script", "<");
    }

    @Test
    void theSheetIsCachedForItsHostUntilItChanges() {
        Branding.set(owner, Branding.values(".a { color: red }")).expect(200);
        Answer sheet = visitor.get(SHEET).expect(200);

        assertThat(sheet.header("Content-Type")).startsWith("text/css").containsIgnoringCase("utf-8");
        assertThat(sheet.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(sheet.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(sheet.header("Vary")).contains("Host");
        Api again = visitor.with("If-None-Match", sheet.etag());
        Answer unchanged = again.get(SHEET).expect(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(unchanged.etag()).isEqualTo(sheet.etag());
        Branding.set(owner, Branding.values(".a { color: blue }")).expect(200);
        assertThat(again.get(SHEET).expect(200).body()).contains("blue");
    }

    @Test
    void aSuspendedTenantLooksLikeThePlatform() {
        Branding.set(owner, Branding.values(".a { color: red }")).expect(200);
        ProductDatabase.suspend(tenant.id());

        assertThat(visitor.get(PUBLIC).expect(200).text("displayName")).isEqualTo("Tenantry");
        assertThat(visitor.get(SHEET).expect(200).body())
                .isEqualTo(Api.anonymous().get(SHEET).expect(200).body());
    }

    @Test
    void aPlanWithoutItHasNoLookOfItsOwn() {
        Tenant starter = Tenants.starter();
        Answer refused = starter.owner().with("If-Match", "*").put(BRANDING, Branding.values(""));
        refused.expectProblem(403, "feature-not-in-plan");
        assertThat(refused.text("feature")).isEqualTo("whiteLabel");
        starter.owner().put(Branding.LOGO, new byte[] {1}).expectProblem(403, "feature-not-in-plan");
        starter.owner().get(BRANDING).expect(200);
        assertThat(Branding.visitor(starter.slug()).get(PUBLIC).expect(200).text("displayName"))
                .isEqualTo("Tenantry");
    }

    @Test
    void whoMayNotSetItSeesIt() {
        Api viewer = Tenants.demo("viewer@acme.test");
        viewer.get(BRANDING).expect(200);
        Answer refused = viewer.with("If-Match", "*").put(BRANDING, Branding.values(""));
        assertThat(refused.expectProblem(403, "forbidden").text("permission")).isEqualTo("branding:write");
        viewer.put(Branding.LOGO, new byte[] {1}).expectProblem(403, "forbidden");
        viewer.delete(Branding.LOGO).expectProblem(403, "forbidden");
        Api.anonymous().get(BRANDING).expectProblem(401, "unauthenticated");
        Api.anonymous().put(Branding.LOGO, new byte[] {1}).expectProblem(401, "unauthenticated");
    }

    @Test
    void aChangeIsInTheActivityLog() {
        Branding.set(owner, Branding.values("")).expect(200);
        Map<String, Object> values = Branding.values("");
        values.put("theme", "dark");
        Branding.set(owner, values).expect(200);

        List<JsonNode> entries = owner.get("/api/activity?action=branding.changed")
                .expect(200)
                .items()
                .toList();
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).path("before").path("theme").asText()).isEqualTo("auto");
        assertThat(entries.get(0).path("after").path("theme").asText()).isEqualTo("dark");
    }
}
