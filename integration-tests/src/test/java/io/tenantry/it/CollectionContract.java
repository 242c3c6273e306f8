package io.tenantry.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Tenants;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every collection of the domain does alike. */
abstract class CollectionContract extends BlackBox {

    private static final int ROWS = 7;

    private final String path;
    private final String entity;
    private final String member;
    private final String changed;

    /** The owner of a tenant that has nothing yet. */
    protected Api owner;

    /**
     * @param member one that may be changed
     * @param changed a value it does not have at first
     */
    CollectionContract(String path, String entity, String member, String changed) {
        this.path = path;
        this.entity = entity;
        this.member = member;
        this.changed = changed;
    }

    @BeforeEach
    void makesTenant() {
        owner = Tenants.professional().owner();
    }

    /** A valid new one, with what it refers to created by {@code api}. */
    abstract Map<String, Object> valid(Api api);

    @Test
    void aCreatedOneIsFoundWhereItIsSaidToBe() {
        Map<String, Object> body = valid(owner);
        Answer created = owner.post(path, body).expect(201);
        String location = created.header("Location");
        assertThat(location).endsWith(path + "/" + created.id());
        assertThat(UUID.fromString(created.id()).version()).isEqualTo(7);
        Answer found = owner.get(location.substring(location.indexOf("/api/"))).expect(200);
        assertThat(found.json()).isEqualTo(created.json());
        assertThat(found.etag()).isNotBlank().isEqualTo(created.etag());
        body.forEach((name, value) -> assertThat(found.text(name)).isEqualTo(value));
        assertThat(found.text("createdAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
        assertThat(owner.get(path).expect(200).each("id")).containsExactly(created.id());
    }

    @Test
    void aChangeTouchesOnlyWhatItNames() {
        Answer before = owner.post(path, valid(owner)).expect(201);
        Answer after = owner.with("Content-Type", "application/merge-patch+json")
                .patch(at(before), Json.object(member, changed))
                .expect(200);
        assertThat(after.text(member)).isEqualTo(changed);
        before.json().properties().stream()
                .filter(property -> !Set.of(member, "version").contains(property.getKey()))
                .forEach(property ->
                        assertThat(after.json().get(property.getKey())).isEqualTo(property.getValue()));
        assertThat(after.etag()).isNotEqualTo(before.etag());
        assertThat(owner.get(at(before)).expect(200).body()).isEqualTo(after.body());
    }

    @Test
    void aStaleChangeIsRefused() {
        Answer first = owner.post(path, valid(owner)).expect(201);
        Api conditional = owner.with("If-Match", first.etag());
        Answer second =
                conditional.patch(at(first), Json.object(member, changed)).expect(200);
        conditional.patch(at(first), Json.object(member, changed)).expectProblem(412, "precondition-failed");
        conditional.delete(at(first)).expectProblem(412, "precondition-failed");
        assertThat(owner.get(at(first)).expect(200).body()).isEqualTo(second.body());
        owner.with("If-Match", second.etag()).delete(at(first)).expect(204);
    }

    @Test
    void aDeletedOneIsGone() {
        Answer created = owner.post(path, valid(owner)).expect(201);
        assertThat(owner.delete(at(created)).expect(204).body()).isEmpty();
        owner.get(at(created)).expectProblem(404, "not-found");
        owner.patch(at(created), Json.object(member, changed)).expectProblem(404, "not-found");
        owner.delete(at(created)).expectProblem(404, "not-found");
        assertThat(owner.get(path).expect(200).items()).isEmpty();
    }

    @Test
    void pagesHoldEveryRowOnceInOrder() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            ids.add(owner.post(path, valid(owner)).expect(201).id());
        }
        assertThat(paged("createdAt")).containsExactlyElementsOf(ids);
        List<String> backwards = new ArrayList<>(ids);
        Collections.reverse(backwards);
        assertThat(paged("-createdAt")).containsExactlyElementsOf(backwards);
    }

    private List<String> paged(String sort) {
        List<String> ids = new ArrayList<>();
        String next = path + "?limit=3&sort=" + sort;
        for (int page = 1; page <= 3; page++) {
            Answer answer = owner.get(next).expect(200);
            assertThat(answer.items()).hasSize(page < 3 ? 3 : 1);
            ids.addAll(answer.each("id"));
            JsonNode cursor = answer.json().path("nextCursor");
            assertThat(cursor.isNull()).as("last page: %s", page).isEqualTo(page == 3);
            next = path + "?limit=3&sort=" + sort + "&cursor=" + cursor.asText();
        }
        return ids;
    }

    @Test
    void whatIsDoneIsInTheActivityLog() {
        Answer created = owner.post(path, valid(owner)).expect(201);
        owner.patch(at(created), Json.object(member, changed)).expect(200);
        owner.delete(at(created)).expect(204);

        JsonNode creation = logged("created", created.id());
        assertThat(creation.path("before").isNull() || creation.path("before").isMissingNode())
                .isTrue();
        assertThat(creation.path("after").toString()).contains(created.text(member));
        assertThat(creation.path("actorKind").asText()).isEqualTo("user");
        JsonNode change = logged("changed", created.id());
        assertThat(change.path("before").path(member).asText()).isEqualTo(created.text(member));
        assertThat(change.path("after").path(member).asText()).isEqualTo(changed);
        JsonNode deletion = logged("deleted", created.id());
        assertThat(deletion.path("before").toString()).contains(changed);
    }

    /** The only entry of this action on this thing. */
    protected JsonNode logged(String action, String id) {
        List<JsonNode> entries = owner.get("/api/activity?limit=200")
                .expect(200)
                .items()
                .filter(entry -> entry.path("action").asText().equals(entity + "." + action))
                .filter(entry -> entry.path("entityId").asText().equals(id))
                .toList();
        assertThat(entries).as("%s of %s", action, id).hasSize(1);
        return entries.get(0);
    }

    @Test
    void aViewerReadsButDoesNotWrite() {
        Api acme = Tenants.demo("owner@acme.test");
        Api viewer = Tenants.demo("viewer@acme.test");
        Map<String, Object> body = valid(acme);
        Answer created = acme.post(path, body).expect(201);
        Object change = Json.object(member, changed);

        assertThat(viewer.get(at(created)).expect(200).body()).isEqualTo(created.body());
        for (Answer refused :
                List.of(viewer.post(path, body), viewer.patch(at(created), change), viewer.delete(at(created)))) {
            refused.expectProblem(403, "forbidden");
            assertThat(refused.text("permission")).isEqualTo(path.substring("/api/".length()) + ":write");
        }
        acme.delete(at(created)).expect(204);
    }

    @Test
    void nobodyComesInWithoutToken() {
        String one = path + "/" + UUID.randomUUID();
        Api nobody = Api.anonymous();
        nobody.get(path).expectProblem(401, "unauthenticated");
        nobody.get(one).expectProblem(401, "unauthenticated");
        nobody.post(path, Json.object()).expectProblem(401, "unauthenticated");
        nobody.patch(one, Json.object()).expectProblem(401, "unauthenticated");
        nobody.delete(one).expectProblem(401, "unauthenticated");
    }

    @Test
    void answersAreNotKeptByCachesNorGuessedAt() {
        Answer answer = owner.get(path).expect(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
    }

    protected String at(Answer one) {
        return path + "/" + one.id();
    }
}
