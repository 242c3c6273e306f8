package io.tenantry.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Keys;
import io.tenantry.it.product.Members;
import io.tenantry.it.product.ProductDatabase;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tenant's activity log: found, exported, and proof against whoever would change it. */
class ActivityIT extends BlackBox {

    private static final String ACTIVITY = "/api/activity";
    private static final String VERIFY = ACTIVITY + "/verify";

    private Tenant tenant;
    private Api owner;

    @BeforeEach
    void makesTenant() {
        tenant = Tenants.starter();
        owner = tenant.owner();
    }

    @Test
    void anUntouchedLogIsIntactAndSealed() {
        Domain.createPrecinto(owner);

        JsonNode seen = verified();

        assertThat(seen.path("intact").asBoolean()).isTrue();
        assertThat(seen.path("entries").asLong())
                .isEqualTo(
                        owner.get(ACTIVITY + "?limit=200").expect(200).items().count());
        assertThat(seen.path("sealedEntries").isIntegralNumber()).isTrue();
        assertThat(seen.path("firstProblem").isNull()).isTrue();
        assertThat(seen.has("sealedUntil")).isTrue();
    }

    // attack case 36
    @Test
    void findsAnEntryThatWasEditedInTheDatabase() {
        String id = sealedEntry();

        ProductDatabase.tamper(
                "update tenant_activity_log set actor = 'somebody@else.test' where tenant_id = ?::uuid and id = ?::uuid",
                tenant.id(),
                id);

        isFound("edited", id);
    }

    // attack case 36
    @Test
    void findsAnEntryThatWasRemovedFromTheDatabase() {
        String id = sealedEntry();

        ProductDatabase.tamper(
                "delete from tenant_activity_log where tenant_id = ?::uuid and id = ?::uuid", tenant.id(), id);

        isFound("removed", id);
    }

    // attack case 36
    @Test
    void findsAnEntryThatWasPutInLater() {
        String id = sealedEntry();
        String inserted = UUID.randomUUID().toString();

        ProductDatabase.tamper("""
                insert into tenant_activity_log
                    (tenant_id, id, created_at, position, actor, actor_kind, action, entity, version)
                select tenant_id, ?::uuid, created_at, position, actor, actor_kind, action, entity, version
                from tenant_activity_log where tenant_id = ?::uuid and id = ?::uuid
                """, inserted, tenant.id(), id);

        isFound("inserted", inserted);
    }

    // attack case 36
    @Test
    void noCallEditsOrDeletesAnEntry() {
        String id = sealedEntry();
        for (String method : List.of("PUT", "PATCH", "DELETE", "POST")) {
            for (String path : List.of(ACTIVITY, ACTIVITY + "/" + id, VERIFY)) {
                assertThat(owner.send(method, path, Json.object()).status())
                        .as("%s %s", method, path)
                        .isIn(404, 405);
            }
        }
        assertThat(verified().path("intact").asBoolean()).isTrue();
    }

    // attack case 36
    @Test
    void anotherTenantsLogIsNeitherReadNorVerified() {
        String seal = Domain.createPrecinto(owner);
        Api other = Tenants.starter().owner();

        for (String path : List.of(
                ACTIVITY + "?entityId=" + seal,
                ACTIVITY + "?actor=" + tenant.email(),
                ACTIVITY + "?format=csv&entityId=" + seal)) {
            assertThat(other.get(path).expect(200).body()).doesNotContain(seal, tenant.email());
        }
        for (String path : List.of(ACTIVITY, VERIFY, ACTIVITY + "?format=csv")) {
            other.with("X-Tenant-ID", tenant.id()).get(path).expectProblem(403, "tenant-mismatch");
        }
    }

    @Test
    void whoMayNotReadTheLogMayNotVerifyIt() {
        Api viewer = Members.add(tenant, "viewer").api();

        for (String path : List.of(ACTIVITY, VERIFY, ACTIVITY + "?format=csv")) {
            assertThat(viewer.get(path).expectProblem(403, "forbidden").text("permission"))
                    .isEqualTo("activity:read");
        }
    }

    @Test
    void theListIsNarrowedByEachFilter() {
        String one = Domain.createPrecinto(owner);
        String other = Domain.createPrecinto(owner);
        JsonNode entry = only("?entityId=" + one);
        String at = entry.path("at").asText();

        assertThat(entry.path("action").asText()).isEqualTo("precinto.created");
        assertThat(found("?entity=precinto")).containsExactly(other, one);
        assertThat(found("?action=precinto.created")).containsExactly(other, one);
        assertThat(found("?actor=" + tenant.email() + "&entity=precinto")).containsExactly(other, one);
        assertThat(found("?actor=nobody@else.test")).isEmpty();
        assertThat(found("?entity=precinto&from=" + at)).contains(one, other);
        assertThat(found("?entity=precinto&to=" + at)).doesNotContain(one, other);
        assertThat(found("?entityId=" + UUID.randomUUID())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept", "format"})
    void theWholeRangeIsExportedAsCsv(String by) {
        List<String> seals = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            seals.add(0, Domain.createPrecinto(owner));
        }
        Answer answer = by.equals("Accept")
                ? owner.with("Accept", "text/csv").get(ACTIVITY + "?entity=precinto")
                : owner.get(ACTIVITY + "?entity=precinto&format=csv");

        assertThat(answer.expect(200).header("Content-Type")).startsWith("text/csv");
        assertThat(answer.header("Content-Disposition")).contains("activity.csv");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.get(0)).startsWith("id,at,actor,");
        assertThat(lines).hasSize(4);
        for (int i = 0; i < 3; i++) {
            assertThat(lines.get(i + 1)).contains(seals.get(i), tenant.email());
        }
    }

    @Test
    void anExportGoesBeyondOnePage() {
        ProductDatabase.tamper("""
                with more as (
                    insert into tenant_activity_log
                        (tenant_id, id, created_at, actor, actor_kind, action, entity, version)
                    select ?::uuid, gen_random_uuid(), now(), 'system', 'system', 'thing.happened', 'thing', 1
                    from generate_series(1, 450)
                    returning 1
                )
                update tenant set name = name where id = ?::uuid
                """, tenant.id(), tenant.id());

        Answer answer = owner.get(ACTIVITY + "?entity=thing&format=csv").expect(200);

        assertThat(answer.body().lines().skip(1).distinct()).hasSize(450);
    }

    @Test
    void anExportHoldsNoFormula() {
        Api admin = Tenants.professional().owner();
        String formula = "=HYPERLINK(\"http://evil.test\")";
        Answer key = admin.post(
                        Keys.API_KEYS,
                        Json.object("name", formula, "scopes", List.of("precintos:read", "precintos:write")))
                .expect(201);
        // the name of a key is the actor of what it does
        Domain.createPrecinto(Keys.signIn(key));

        String csv =
                admin.get(ACTIVITY + "?entity=precinto&format=csv").expect(200).body();

        assertThat(csv).contains(",\"'=HYPERLINK(\"\"http://evil.test\"\")\",").doesNotContain(",\"=", ",=");
    }

    @Test
    void theLogHoldsNoSecret() {
        Api admin = Tenants.professional().owner();
        Answer key = Keys.create(admin, "precintos:read");
        Keys.rotate(admin, key, 0).expect(200);
        admin.delete(Keys.at(key)).expect(204);

        for (JsonNode entry :
                admin.get(ACTIVITY + "?limit=200").expect(200).items().toList()) {
            for (String values : List.of("before", "after")) {
                entry.path(values)
                        .properties()
                        .forEach(value -> assertThat(value.getKey().toLowerCase(Locale.ROOT))
                                .doesNotContain("password", "secret", "token", "hash"));
            }
        }
    }

    /** An entry that is sealed: a transaction of somebody else that began before it may make it wait. */
    private String sealedEntry() {
        String seal = Domain.createPrecinto(owner);
        Domain.createPrecinto(owner);
        String id = only("?entityId=" + seal).path("id").asText();
        long entries = verified().path("entries").asLong();
        for (int i = 0; i < 500 && verified().path("sealedEntries").asLong() < entries; i++) {
            Thread.onSpinWait();
        }
        assertThat(verified().path("sealedEntries").asLong()).isGreaterThanOrEqualTo(entries);
        return id;
    }

    private void isFound(String kind, String id) {
        JsonNode seen = verified();
        assertThat(seen.path("intact").asBoolean(true)).isFalse();
        assertThat(seen.path("firstProblem").path("kind").asText()).isEqualTo(kind);
        assertThat(seen.path("firstProblem").path("id").asText()).isEqualTo(id);
        assertThat(seen.path("firstProblem").path("at").asText()).isNotBlank();
    }

    private JsonNode verified() {
        return owner.get(VERIFY).expect(200).json();
    }

    private JsonNode only(String query) {
        List<JsonNode> items = owner.get(ACTIVITY + query).expect(200).items().toList();
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private List<String> found(String query) {
        return owner.get(ACTIVITY + query).expect(200).each("entityId");
    }
}
