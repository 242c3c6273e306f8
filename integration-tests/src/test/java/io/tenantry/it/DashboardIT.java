package io.tenantry.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Keys;
import io.tenantry.it.product.Members;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What members see first: the tenant's layout, and their own. */
class DashboardIT extends BlackBox {

    private static final String TENANTS = "/api/tenant/dashboard";
    private static final String OWN = "/api/me/dashboard";
    private static final String WIDGETS = "/api/dashboard/widgets";

    private Tenant tenant;
    private Api owner;

    @BeforeEach
    void makesTenant() {
        tenant = Tenants.professional();
        owner = tenant.owner();
    }

    @Test
    void theCatalogueHasTheWidgetsOfAllModulesInBothLanguages() {
        Answer catalogue = owner.get(WIDGETS).expect(200);

        assertThat(catalogue.each("type"))
                .contains("members", "usage", "activity", "precintosByStatus", "openAlertas", "transitosInProgress");
        assertThat(catalogue.items()).allSatisfy(widget -> {
            assertThat(widget.path("title").path("en").asText()).isNotBlank();
            assertThat(widget.path("title").path("es").asText())
                    .isNotBlank()
                    .isNotEqualTo(widget.path("title").path("en").asText());
            assertThat(widget.path("available").asBoolean()).isTrue();
        });
    }

    @Test
    void membersSeeTheTenantsLayoutUntilTheyHaveTheirOwn() {
        Answer set = put(owner, TENANTS, layout(widget("members", 0, 0, 3, 2))).expect(200);
        assertThat(owner.get(TENANTS).expect(200).body()).isEqualTo(set.body());
        Api member = Members.add(tenant, "viewer").api();
        assertThat(types(member.get(OWN).expect(200))).containsExactly("members");

        Answer own = put(member, OWN, layout(widget("openAlertas", 0, 0, 4, 3))).expect(200);

        assertThat(own.json().path("own").asBoolean()).isTrue();
        assertThat(types(member.get(OWN).expect(200))).containsExactly("openAlertas");
        assertThat(types(owner.get(OWN).expect(200))).containsExactly("members");
        assertThat(types(owner.get(TENANTS).expect(200))).containsExactly("members");
        member.delete(OWN).expect(204);
        member.delete(OWN).expect(204);
        assertThat(types(member.get(OWN).expect(200))).containsExactly("members");
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        put(owner, TENANTS, layout(widget("members", 0, 0, 3, 2))).expect(200);
        put(owner, OWN, layout(widget("members", 0, 0, 3, 2))).expect(200);
        Api other = Tenants.professional().owner();
        assertThat(types(other.get(TENANTS).expect(200))).isEmpty();
        assertThat(types(other.get(OWN).expect(200))).isEmpty();
    }

    @Test
    void twoWhoChangeItDoNotUndoEachOther() {
        Map<String, Object> layout = layout(widget("members", 0, 0, 3, 2));
        for (String path : List.of(TENANTS, OWN)) {
            owner.put(path, layout).expectProblem(428, "precondition-required");
            Api first = owner.with("If-Match", "\"0\"");
            Answer set = first.put(path, layout).expect(200);
            first.put(path, layout).expectProblem(412, "precondition-failed");
            owner.with("If-Match", set.etag()).put(path, layout()).expect(200);
        }
    }

    @Test
    void whatDoesNotFitIsRefusedWhereItIs() {
        refused("/widgets/0/type", layout(widget("weather", 0, 0, 3, 2)));
        refused("/widgets/0/x", layout(widget("members", 10, 0, 3, 2)));
        refused("/widgets/0/w", layout(widget("members", 0, 0, 1, 2)));
        refused("/widgets/0/h", layout(widget("members", 0, 0, 3, 100)));
        refused("/widgets/1", layout(widget("members", 0, 0, 3, 2), widget("activity", 2, 1, 3, 2)));
        refused(
                "/widgets",
                layout(Collections.nCopies(25, widget("members", 0, 0, 3, 2)).toArray()));
        refused("/widgets", Json.object());
        refused("/widgets/0/y", layout(Json.object("type", "members", "x", 0, "w", 3, "h", 2)));
        refused("/widgets/0/z", layout(Json.object("type", "members", "x", 0, "y", 0, "w", 3, "h", 2, "z", 1)));
        refused("/widgets/0/options/days", layout(usage("days", 0)));
        refused("/widgets/0/options/chart", layout(usage("chart", "<script>")));
        refused("/widgets/0/options/colour", layout(usage("colour", "red")));
    }

    @Test
    void aLayoutIsReadAsItWasWritten() {
        Map<String, Object> widget = usage("days", 30);
        widget.put("options", Json.object("chart", "bar", "days", 30));
        Map<String, Object> keys = widget("apiKeys", 4, 0, 3, 2);
        keys.put("options", Map.of("revoked", true));
        put(owner, TENANTS, layout(widget, keys)).expect(200);
        assertThat(owner.get(TENANTS).expect(200).json().path("widgets"))
                .isEqualTo(Json.parse(Json.text(List.of(widget, keys))));
    }

    private void refused(String pointer, Map<String, Object> layout) {
        Answer answer = put(owner, TENANTS, layout).expectProblem(400, "validation");
        assertThat(answer.json().path("errors").path(0).path("pointer").asText())
                .isEqualTo(pointer);
    }

    @Test
    void aWidgetThatThePlanLacksIsRefused() {
        Api starter = Tenants.starter().owner();
        Answer refused = put(starter, TENANTS, layout(widget("apiKeys", 0, 0, 3, 2)));
        refused.expectProblem(403, "feature-not-in-plan");
        assertThat(refused.text("feature")).isEqualTo("apiAccess");
        assertThat(starter.get(WIDGETS)
                        .expect(200)
                        .items()
                        .filter(widget -> !widget.path("available").asBoolean()))
                .extracting(widget -> widget.path("type").asText())
                .containsExactly("apiKeys");
        put(owner, TENANTS, layout(widget("apiKeys", 0, 0, 3, 2))).expect(200);
    }

    @Test
    void theTenantsLayoutIsForAdministrators() {
        Api viewer = Members.add(tenant, "viewer").api();
        viewer.get(TENANTS).expect(200);
        Answer refused = put(viewer, TENANTS, layout()).expectProblem(403, "forbidden");
        assertThat(refused.text("permission")).isEqualTo("dashboard:write");
        Api.anonymous().get(TENANTS).expectProblem(401, "unauthenticated");
        Api.anonymous().get(OWN).expectProblem(401, "unauthenticated");
        Api.anonymous().get(WIDGETS).expectProblem(401, "unauthenticated");
    }

    @Test
    void whoIsNoMemberHasNoLayoutOfTheirOwn() {
        Api platform = Tenants.platform();
        platform.get(OWN).expectProblem(400, "tenant-required");
        put(platform.with("X-Tenant-ID", tenant.slug()), OWN, layout()).expectProblem(409, "conflict");
        Api program = Keys.signIn(Keys.create(owner, "dashboard:read"));
        program.get(TENANTS).expect(200);
        program.get(OWN).expectProblem(403, "forbidden");
    }

    @Test
    void aMemberWithALayoutCanBeRemoved() {
        Members.Member member = Members.add(tenant, "viewer");
        put(member.api(), OWN, layout(widget("members", 0, 0, 3, 2))).expect(200);
        owner.delete(member.path()).expect(204);
    }

    @Test
    void aChangeIsInTheActivityLog() {
        put(owner, TENANTS, layout(widget("members", 0, 0, 3, 2))).expect(200);
        JsonNode entry = owner.get("/api/activity?action=dashboard.changed")
                .expect(200)
                .items()
                .findFirst()
                .orElseThrow();
        assertThat(entry.path("before").path("widgets").asText()).isEqualTo("[]");
        assertThat(entry.path("after").path("widgets").asText()).contains("members");
    }

    private static Answer put(Api api, String path, Map<String, Object> layout) {
        Answer present = api.get(path);
        return api.with("If-Match", present.status() == 200 ? present.etag() : "*")
                .put(path, layout);
    }

    private static List<String> types(Answer dashboard) {
        return dashboard.json().path("widgets").findValuesAsText("type");
    }

    private static Map<String, Object> layout(Object... widgets) {
        return Json.object("widgets", List.of(widgets));
    }

    private static Map<String, Object> widget(String type, int x, int y, int w, int h) {
        return Json.object("type", type, "x", x, "y", y, "w", w, "h", h, "options", Map.of());
    }

    private static Map<String, Object> usage(String option, Object value) {
        Map<String, Object> widget = widget("usage", 0, 0, 4, 3);
        widget.put("options", Map.of(option, value));
        return widget;
    }
}
