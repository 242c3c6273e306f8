package io.tenantry.it;

import static io.tenantry.it.product.Keys.API_KEYS;
import static io.tenantry.it.product.Members.USERS;
import static io.tenantry.it.product.Roles.ROLES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Keys;
import io.tenantry.it.product.Members;
import io.tenantry.it.product.Members.Member;
import io.tenantry.it.product.Roles;
import io.tenantry.it.product.Session;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant's own roles: what they are made of, who may give them, and that nobody comes to more than they have. */
class RolesIT extends BlackBox {

    private Tenant tenant;
    private Api owner;

    @BeforeEach
    void makesTenant() {
        tenant = Tenants.professional();
        owner = tenant.owner();
    }

    @Test
    void aRoleIsMadeReadChangedAndDeleted() {
        Answer created = owner.post(ROLES, Roles.values(" Gate ", "precintos:read", "precintos:read"))
                .expect(201);
        assertThat(created.header("Location")).endsWith(Roles.at(created));
        assertThat(created.text("name")).isEqualTo("Gate");
        assertThat(created.json().path("permissions").toString()).isEqualTo("[\"precintos:read\"]");
        assertThat(owner.get(Roles.at(created)).expect(200).body()).isEqualTo(created.body());
        assertThat(owner.get(ROLES).expect(200).each("id"))
                .containsExactly("owner", "admin", "operator", "viewer", created.id());

        Answer changed = owner.with("If-Match", created.etag())
                .patch(Roles.at(created), Json.object("permissions", List.of()))
                .expect(200);
        assertThat(changed.text("name")).isEqualTo("Gate");
        Api stale = owner.with("If-Match", created.etag());
        stale.patch(Roles.at(created), Json.object("name", "x")).expectProblem(412, "precondition-failed");
        stale.delete(Roles.at(created)).expectProblem(412, "precondition-failed");

        owner.delete(Roles.at(created)).expect(204);
        owner.get(Roles.at(created)).expectProblem(404, "not-found");
        assertThat(logged("role.created", created.id()).path("after").path("permissions"))
                .hasSize(1);
        assertThat(logged("role.changed", created.id()).path("before").path("permissions"))
                .hasSize(1);
        assertThat(logged("role.deleted", created.id())
                        .path("before")
                        .path("name")
                        .asText())
                .isEqualTo("Gate");
    }

    @Test
    void thePermissionsHaveLabelsInTheCallersLanguage() {
        Answer english =
                owner.with("Accept-Language", "en").get(ROLES + "/permissions").expect(200);
        Answer spanish =
                owner.with("Accept-Language", "es").get(ROLES + "/permissions").expect(200);

        assertThat(english.each("resource"))
                .contains("precintos", "users", "roles")
                .isSorted();
        assertThat(english.json().findValuesAsText("name")).contains("precintos:write", "users:write");
        assertThat(english.json().findValuesAsText("label")).contains("See seals");
        assertThat(spanish.json().findValuesAsText("label")).contains("Ver los precintos");
        assertThat(spanish.json().findValuesAsText("name"))
                .isEqualTo(english.json().findValuesAsText("name"));
    }

    @Test
    void whatARoleCannotBeIsRefused() {
        for (Object body : List.of(
                Roles.values("", "precintos:read"),
                Roles.values("x".repeat(101)),
                Roles.values("Guard", "everything"),
                Roles.values("Guard", "owners:write"),
                Json.object("name", "Guard"),
                Json.object("name", "Guard", "permissions", "precintos:read"),
                Json.object("name", "Guard", "permissions", List.of(), "builtIn", true))) {
            owner.post(ROLES, body).expectProblem(400, "validation");
        }
        owner.post(ROLES, Roles.values("Guard")).expect(201);
        owner.post(ROLES, Roles.values("GUARD")).expectProblem(409, "conflict");
        owner.post(ROLES, Roles.values("Admin")).expectProblem(409, "conflict");
        owner.patch(ROLES + "/admin", Json.object("permissions", List.of())).expectProblem(409, "conflict");
        owner.delete(ROLES + "/viewer").expectProblem(409, "conflict");
    }

    @Test
    void aMemberMayWhatItsOwnRoleSays() {
        Member guard = Roles.member(tenant, "precintos:read");

        Answer me = guard.api().get("/api/me").expect(200);
        assertThat(me.json().path("permissions").toString()).isEqualTo("[\"precintos:read\"]");
        assertThat(me.text("roleName")).startsWith("Role ");
        assertThat(me.json().path("tenants").path(0).path("role").asText()).isEqualTo(me.text("role"));
        assertThat(owner.get(USERS + "?role=" + me.text("role")).expect(200).each("id"))
                .containsExactly(guard.id());
        guard.api().get("/api/precintos").expect(200);
        assertThat(guard.api()
                        .post("/api/precintos", Json.object("code", "a"))
                        .expectProblem(403, "forbidden")
                        .text("permission"))
                .isEqualTo("precintos:write");
        Session again = Session.login(guard.email(), Tenants.OWNER_PASSWORD);
        again.refreshed().api().get("/api/precintos").expect(200);
        owner.delete(ROLES + "/" + me.text("role")).expectProblem(409, "conflict");
    }

    // attack case 22
    @Test
    void aRoleThatIsTakenOrChangedIsGoneWithTheNextRequest() {
        Member guard = Roles.member(tenant, "precintos:read", "precintos:write");
        String role = owner.get(guard.path()).expect(200).text("role");
        guard.api().get("/api/precintos").expect(200);

        owner.patch(ROLES + "/" + role, Json.object("permissions", List.of("precintos:read")))
                .expect(200);
        guard.api().post("/api/precintos", Json.object("code", "a")).expectProblem(403, "forbidden");
        guard.api().get("/api/precintos").expect(200);

        Answer none = Roles.create(owner);
        owner.patch(guard.path(), Json.object("role", none.id())).expect(200);
        guard.api().get("/api/precintos").expectProblem(403, "forbidden");
        guard.session().refreshed().api().get("/api/precintos").expectProblem(403, "forbidden");
        assertThat(logged("member.changed", guard.id())
                        .path("after")
                        .path("role")
                        .asText())
                .isEqualTo(none.id());
    }

    // attack case 8
    @Test
    void nobodyComesToMoreThanTheyHave() {
        Member clerk = Roles.member(tenant, "users:read", "users:write", "roles:read", "roles:write");
        Member lesser = Roles.member(tenant, "users:read");
        Member viewer = Members.add(tenant, "viewer");
        Answer greater = Roles.create(owner, "users:read", "precintos:write");
        String own = owner.get(clerk.path()).expect(200).text("role");
        Api caller = clerk.api();

        for (Answer refused : List.of(
                caller.post(ROLES, Roles.values("More", "precintos:write")),
                caller.patch(ROLES + "/" + own, Json.object("permissions", List.of("precintos:write"))),
                caller.patch(Roles.at(greater), Json.object("name", "Taken over")),
                caller.delete(Roles.at(greater)),
                caller.patch(clerk.path(), Json.object("role", "admin")),
                caller.patch(clerk.path(), Json.object("role", greater.id())),
                caller.patch(lesser.path(), Json.object("role", "viewer")),
                caller.patch(viewer.path(), Json.object("role", own)),
                caller.delete(viewer.path()),
                caller.delete(Members.owner(tenant).path()),
                caller.post(API_KEYS, Keys.values("users:read")))) {
            assertThat(refused.expectProblem(403, "forbidden").text("permission"))
                    .isNotBlank();
        }

        caller.patch(lesser.path(), Json.object("role", own)).expect(200);
        caller.delete(lesser.path()).expect(204);
        Answer within = Roles.create(caller, "users:read");
        caller.patch(clerk.path(), Json.object("role", within.id())).expect(200);
        caller.get(ROLES).expectProblem(403, "forbidden");
    }

    @Test
    void aKeyHasNoMoreThanItsMaker() {
        Member maker = Roles.member(tenant, "apiKeys:write", "users:read", "users:write");
        Member viewer = Members.add(tenant, "viewer");

        assertThat(maker.api()
                        .post(API_KEYS, Keys.values("precintos:read"))
                        .expectProblem(403, "forbidden")
                        .text("permission"))
                .isEqualTo("precintos:read");
        Api program = Keys.signIn(Keys.create(maker.api(), "users:read", "users:write"));
        program.get(maker.path()).expect(200);
        program.patch(maker.path(), Json.object("role", "admin")).expectProblem(403, "forbidden");
        program.patch(viewer.path(), Json.object("role", "operator")).expectProblem(403, "forbidden");
    }

    @Test
    void anotherTenantsRoleIsLikeNone() {
        Answer foreign = Roles.create(Tenants.starter().owner(), "precintos:read");
        Member viewer = Members.add(tenant, "viewer");
        Api caller = owner.with("X-Request-Id", UUID.randomUUID().toString());

        Answer refused =
                caller.patch(viewer.path(), Json.object("role", foreign.id())).expectProblem(400, "validation");

        assertThat(caller.patch(
                                viewer.path(),
                                Json.object("role", UUID.randomUUID().toString()))
                        .body())
                .isEqualTo(refused.body());
        assertThat(owner.get(USERS + "?role=" + foreign.id()).expect(200).items())
                .isEmpty();
    }

    private JsonNode logged(String action, String entity) {
        return owner.get("/api/activity?limit=200&action=" + action)
                .expect(200)
                .items()
                .filter(entry -> entry.path("entityId").asText().equals(entity))
                .filter(entry -> entry.path("actor").asText().equals(tenant.email()))
                .findFirst()
                .orElseThrow();
    }
}
