package io.tenantry.it;

import static io.tenantry.it.product.Members.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Members;
import io.tenantry.it.product.Members.Member;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members: who may do what to whom, and what a change means at once. */
class UsersIT extends BlackBox {

    private Tenant tenant;
    private Member owner;

    @BeforeEach
    void makesTenant() {
        tenant = Tenants.professional();
        owner = Members.owner(tenant);
    }

    /** One column for each call: read, change a viewer, make an admin, make an owner, demote an owner, remove, transfer. */
    @ParameterizedTest
    @CsvSource({
        "owner, 200, 200, 200, 200, 200, 204, 200",
        "admin, 200, 200, 200, 403, 403, 204, 403",
        "operator, 200, 403, 403, 403, 403, 403, 403",
        "viewer, 200, 403, 403, 403, 403, 403, 403"
    })
    void aRoleMayDoWhatItMay(
            String role, int read, int change, int admin, int promote, int demote, int remove, int transfer) {
        Api caller = Members.add(tenant, role).api();
        Member other = Members.add(tenant, "viewer");
        Member gone = Members.add(tenant, "operator");

        caller.get(USERS).expect(read);
        caller.get(other.path()).expect(read);
        caller.patch(other.path(), role("operator")).expect(change);
        caller.patch(other.path(), role("admin")).expect(admin);
        caller.patch(other.path(), role("owner")).expect(promote);
        caller.patch(owner.path(), role("viewer")).expect(demote);
        caller.delete(gone.path()).expect(remove);
        caller.post(other.path() + "/transfer-ownership").expect(transfer);
    }

    @Test
    void aRefusalNamesThePermission() {
        Member viewer = Members.add(tenant, "viewer");
        Member admin = Members.add(tenant, "admin");

        assertThat(viewer.api()
                        .delete(admin.path())
                        .expectProblem(403, "forbidden")
                        .text("permission"))
                .isEqualTo("users:write");
        for (Answer refused : List.of(
                admin.api().patch(viewer.path(), role("owner")),
                admin.api().patch(owner.path(), role("admin")),
                admin.api().delete(owner.path()),
                admin.api().post(viewer.path() + "/transfer-ownership"))) {
            assertThat(refused.expectProblem(403, "forbidden").text("permission"))
                    .isEqualTo("owners:write");
        }
    }

    @Test
    void theListIsPagedSortedAndNarrowed() {
        Member admin = Members.add(tenant, "admin");
        Member viewer = Members.add(tenant, "viewer");

        Answer first = owner.api().get(USERS + "?limit=2&sort=email").expect(200);
        assertThat(first.each("email")).containsExactly(admin.email(), owner.email());
        Answer second = owner.api()
                .get(USERS + "?limit=2&sort=email&cursor=" + first.text("nextCursor"))
                .expect(200);
        assertThat(second.each("email")).containsExactly(viewer.email());
        assertThat(second.json().path("nextCursor").isNull()).isTrue();
        assertThat(owner.api().get(USERS + "?role=viewer").expect(200).each("id"))
                .containsExactly(viewer.id());
        assertThat(owner.api().get(viewer.path()).expect(200).json())
                .isEqualTo(second.items().findFirst().orElseThrow());
    }

    @Test
    void aStaleChangeIsRefused() {
        Member viewer = Members.add(tenant, "viewer");
        Answer read = owner.api().get(viewer.path()).expect(200);
        Api conditional = owner.api().with("If-Match", read.etag());

        Answer changed = conditional.patch(viewer.path(), role("operator")).expect(200);
        conditional.patch(viewer.path(), role("admin")).expectProblem(412, "precondition-failed");
        conditional.delete(viewer.path()).expectProblem(412, "precondition-failed");
        conditional.post(viewer.path() + "/transfer-ownership").expectProblem(412, "precondition-failed");

        assertThat(owner.api().get(viewer.path()).expect(200).body()).isEqualTo(changed.body());
        owner.api().with("If-Match", changed.etag()).delete(viewer.path()).expect(204);
        owner.api().get(viewer.path()).expectProblem(404, "not-found");
    }

    @Test
    void onlyTheRoleCanBeChangedAndOnlyToARole() {
        Member viewer = Members.add(tenant, "viewer");

        for (Object body : List.of(
                role("root"), role("OWNER"), role(null), role(1), Json.object("email", "a@b.test"), List.of())) {
            owner.api().patch(viewer.path(), body).expectProblem(400, "validation");
        }
        assertThat(owner.api().get(viewer.path()).expect(200).text("role")).isEqualTo("viewer");
    }

    @Test
    void aNewRoleHoldsFromTheNextRequest() {
        Member operator = Members.add(tenant, "operator");
        operator.api().post("/api/precintos", Json.object("code", "a")).expect(201);

        owner.api().patch(operator.path(), role("viewer")).expect(200);

        operator.api().post("/api/precintos", Json.object("code", "b")).expectProblem(403, "forbidden");
        owner.api().patch(operator.path(), role("operator")).expect(200);
        operator.api().post("/api/precintos", Json.object("code", "b")).expect(201);
    }

    @Test
    void anotherTenantsMemberIsLikeNone() {
        Api stranger =
                Tenants.starter().owner().with("X-Request-Id", UUID.randomUUID().toString());
        String absent = USERS + "/" + UUID.randomUUID();

        assertThat(stranger.get(owner.path()).expectProblem(404, "not-found").body())
                .isEqualTo(stranger.get(absent).body());
        stranger.patch(owner.path(), role("viewer")).expectProblem(404, "not-found");
        stranger.delete(owner.path()).expectProblem(404, "not-found");
        stranger.post(owner.path() + "/transfer-ownership").expectProblem(404, "not-found");
        assertThat(owner.api().get(owner.path()).expect(200).text("role")).isEqualTo("owner");
    }

    @Test
    void nobodyComesInWithoutToken() {
        Api nobody = Api.anonymous();

        nobody.get(USERS).expectProblem(401, "unauthenticated");
        nobody.get(owner.path()).expectProblem(401, "unauthenticated");
        nobody.patch(owner.path(), role("viewer")).expectProblem(401, "unauthenticated");
        nobody.delete(owner.path()).expectProblem(401, "unauthenticated");
        nobody.post(USERS + "/leave").expectProblem(401, "unauthenticated");
        nobody.post(owner.path() + "/transfer-ownership").expectProblem(401, "unauthenticated");
    }

    @Test
    void whatIsDoneIsInTheActivityLog() {
        Member viewer = Members.add(tenant, "viewer");
        Member other = Members.add(tenant, "operator");
        owner.api().patch(viewer.path(), role("operator")).expect(200);
        owner.api().delete(viewer.path()).expect(204);
        owner.api().post(other.path() + "/transfer-ownership").expect(200);
        owner.api().post(USERS + "/leave").expect(204);

        isLogged(other.api(), "member.changed", viewer, "viewer", "operator");
        isLogged(other.api(), "member.deleted", viewer, "operator", "");
        isLogged(other.api(), "member.ownershipTransferred", other, "operator", "owner");
        isLogged(other.api(), "member.ownershipTransferred", owner, "owner", "admin");
        isLogged(other.api(), "member.left", owner, "admin", "");
    }

    private void isLogged(Api reader, String action, Member member, String before, String after) {
        List<JsonNode> entries = reader.get("/api/activity?limit=200&action=" + action)
                .expect(200)
                .items()
                .filter(entry -> entry.path("entityId").asText().equals(member.id()))
                .toList();
        assertThat(entries).as(action).hasSize(1);
        JsonNode entry = entries.get(0);
        assertThat(entry.path("actor").asText()).isEqualTo(owner.email());
        assertThat(entry.path("before").path("email").asText()).isEqualTo(member.email());
        assertThat(entry.path("before").path("role").asText()).isEqualTo(before);
        assertThat(entry.path("after").path("role").asText()).isEqualTo(after);
    }

    private static Object role(Object role) {
        return Json.object("role", role);
    }
}
