package io.tenantry.it;

import static io.tenantry.it.product.Lifecycle.PURGES;
import static io.tenantry.it.product.Lifecycle.TENANTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Keys;
import io.tenantry.it.product.Lifecycle;
import io.tenantry.it.product.Mailbox;
import io.tenantry.it.product.Members;
import io.tenantry.it.product.Members.Member;
import io.tenantry.it.product.Product;
import io.tenantry.it.product.ProductDatabase;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import io.tenantry.it.product.Usages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant's life in the hands of the platform's administrator, up to the proof that nothing is left of it. */
class TenantLifecycleIT extends BlackBox {

    private static Lifecycle lifecycle;

    private Tenant tenant;

    @BeforeAll
    static void signsIn() {
        lifecycle = Lifecycle.signIn();
    }

    @BeforeEach
    void makesTenant() {
        tenant = Tenants.professional();
    }

    @Test
    void aSuspendedTenantIsResumedAsItWas() {
        Answer suspended = lifecycle.suspend(tenant, "unpaid").expect(200);
        assertThat(suspended.text("status")).isEqualTo("suspended");
        assertThat(suspended.text("statusReason")).isEqualTo("unpaid");
        assertThat(Mailbox.awaitMessageTo(tenant.email()).text()).contains("unpaid");
        lifecycle.suspend(tenant, "again").expectProblem(409, "conflict");

        Answer resumed = lifecycle.resume(tenant).expect(200);

        assertThat(resumed.text("status")).isEqualTo("active");
        assertThat(resumed.json().path("statusReason").isNull()).isTrue();
        lifecycle.resume(tenant).expectProblem(409, "conflict");
    }

    @Test
    void aClosingTenantHasAGraceAndCanBeResumed() {
        Answer closing = lifecycle.close(tenant, "moved away").expect(200);

        assertThat(closing.text("status")).isEqualTo("closing");
        assertThat(Instant.parse(closing.text("purgeAfter")))
                .isAfter(Instant.now().plus(Duration.ofDays(29)))
                .isBefore(Instant.now().plus(Duration.ofDays(31)));
        lifecycle.close(tenant, "again").expectProblem(409, "conflict");
        lifecycle.suspend(tenant, "again").expectProblem(409, "conflict");
        lifecycle.purge(tenant).expectProblem(409, "conflict");
        Answer resumed = lifecycle.resume(tenant).expect(200);
        assertThat(resumed.text("status")).isEqualTo("active");
        assertThat(resumed.json().path("purgeAfter").isNull()).isTrue();
        lifecycle.purge(tenant).expectProblem(409, "conflict");
    }

    @Test
    void eachChangeStandsInTheTenantsOwnLogWithItsReason() {
        lifecycle.suspend(tenant, "unpaid").expect(200);
        lifecycle.resume(tenant).expect(200);
        lifecycle.close(tenant, "moved away").expect(200);
        lifecycle.resume(tenant).expect(200);

        List<JsonNode> log = tenant.owner()
                .get("/api/activity?entity=tenant&sort=at")
                .expect(200)
                .items()
                .toList();

        assertThat(log)
                .extracting(entry -> entry.path("action").asText())
                .containsExactly(
                        "tenant.created", "tenant.suspended", "tenant.resumed", "tenant.closed", "tenant.resumed");
        assertThat(log).allSatisfy(entry -> {
            assertThat(entry.path("actorKind").asText()).isEqualTo("platform");
            assertThat(entry.path("actor").asText()).isEqualTo("admin@tenantry.test");
        });
        assertThat(log.get(1).path("before").path("status").asText()).isEqualTo("active");
        assertThat(log.get(1).path("after").path("reason").asText()).isEqualTo("unpaid");
        assertThat(log.get(3).path("after").path("reason").asText()).isEqualTo("moved away");
    }

    @Test
    void endingATenantIsConfirmedByItsSlug() {
        Api platform = lifecycle.platform();
        Object wrong = Json.object("reason", "x", "confirm", "acme");

        Answer refused = platform.post(Lifecycle.at(tenant) + "/close", wrong).expectProblem(400, "validation");

        assertThat(refused.json().path("errors").path(0).path("pointer").asText())
                .isEqualTo("/confirm");
        platform.post(Lifecycle.at(tenant) + "/close", Json.object("reason", "x"))
                .expectProblem(400, "validation");
        platform.post(Lifecycle.at(tenant) + "/suspend", Json.object("reason", " "))
                .expectProblem(400, "validation");
        lifecycle.close(tenant, "x").expect(200);
        ProductDatabase.endGrace(tenant.id());
        platform.post(Lifecycle.at(tenant) + "/purge", Json.object("confirm", "acme"))
                .expectProblem(400, "validation");
        assertThat(platform.get(Lifecycle.at(tenant)).expect(200).text("status"))
                .isEqualTo("closing");
    }

    @Test
    void aStaleChangeIsRefused() {
        Api platform = lifecycle.platform();
        Api stale = platform.with("If-Match", platform.get(Lifecycle.at(tenant)).etag());
        platform.patch(Lifecycle.at(tenant), Json.object("name", "Renamed")).expect(200);

        stale.patch(Lifecycle.at(tenant), Json.object("name", "x")).expectProblem(412, "precondition-failed");
        stale.post(Lifecycle.at(tenant) + "/suspend", Json.object("reason", "x"))
                .expectProblem(412, "precondition-failed");
        stale.post(Lifecycle.at(tenant) + "/close", Lifecycle.closing(tenant, "x"))
                .expectProblem(412, "precondition-failed");
    }

    @Test
    void onlyThePlatformsAdministratorMayDoSo() {
        for (Answer answer : List.of(
                tenant.owner().post(Lifecycle.at(tenant) + "/suspend", Json.object("reason", "x")),
                tenant.owner().post(Lifecycle.at(tenant) + "/close", Lifecycle.closing(tenant, "x")),
                tenant.owner().post(Lifecycle.at(tenant) + "/purge", Json.object("confirm", tenant.slug())),
                tenant.owner().post(Lifecycle.at(tenant) + "/resume"),
                tenant.owner().patch(Lifecycle.at(tenant), Json.object("name", "x")),
                tenant.owner().get(PURGES),
                tenant.owner().get("/api/admin/overview"))) {
            answer.expectProblem(403, "forbidden");
        }
        String absent = TENANTS + "/" + UUID.randomUUID();
        lifecycle.platform().post(absent + "/resume").expectProblem(404, "not-found");
        lifecycle
                .platform()
                .post(absent + "/purge", Json.object("confirm", "x"))
                .expectProblem(404, "not-found");
        lifecycle.platform().patch(absent, Json.object("name", "x")).expectProblem(404, "not-found");
    }

    @Test
    void aPurgedTenantLeavesNothingButTheProof() {
        Member alone = Members.add(tenant, "viewer");
        Member elsewhere = Members.add(tenant, "viewer");
        fill(tenant);
        Tenant twin = Tenants.professional();
        ProductDatabase.addMember(twin.id(), elsewhere.email(), "viewer");
        fill(twin);
        Map<String, Long> twins = ProductDatabase.rowsOf(twin.id());
        lifecycle.suspend(tenant, "unpaid").expect(200);
        lifecycle.close(tenant, "unpaid for good").expect(200);
        long rows = total(tenant);
        ProductDatabase.endGrace(tenant.id());

        Answer purged = lifecycle.purge(tenant).expect(200);

        assertThat(total(tenant)).isZero();
        assertThat(ProductDatabase.rowsOf(twin.id())).isEqualTo(twins);
        JsonNode proof = purged.json().path("purge");
        assertThat(proof.path("slug").asText()).isEqualTo(tenant.slug());
        assertThat(proof.path("startedBy").asText()).isEqualTo("admin@tenantry.test");
        assertThat(proof.hasNonNull("finishedAt")).isTrue();
        assertThat(proof.path("rowsRemoved").asLong()).isEqualTo(rows);
        assertThat(proof.path("rowsLeft").asLong(-1)).isZero();
        assertThat(purged.json().path("tables")).hasSizeGreaterThanOrEqualTo(twins.size());
        Api platform = lifecycle.platform();
        assertThat(platform.get(PURGES + "/" + tenant.id()).expect(200).json()).isEqualTo(purged.json());
        assertThat(platform.get(PURGES).expect(200).each("id")).contains(tenant.id());
        platform.get(Lifecycle.at(tenant)).expectProblem(404, "not-found");
        isGoneForItsMembers(alone, elsewhere, twin);
    }

    private void isGoneForItsMembers(Member alone, Member elsewhere, Tenant twin) {
        alone.api().get("/api/me").expectProblem(401, "unauthenticated");
        login(alone.email()).expectProblem(401, "unauthenticated");
        login(tenant.email()).expectProblem(401, "unauthenticated");
        assertThat(login(elsewhere.email())
                        .expect(200)
                        .json()
                        .path("tenant")
                        .path("slug")
                        .asText())
                .isEqualTo(twin.slug());
        Api.anonymous()
                .with("Host", tenant.slug() + ".localhost:" + Product.address().getPort())
                .get("/api/plans")
                .expectProblem(404, "not-found");
        lifecycle
                .platform()
                .post(
                        TENANTS,
                        Json.object(
                                "slug",
                                tenant.slug(),
                                "name",
                                "Heir",
                                "plan",
                                "starter",
                                "trial",
                                false,
                                "owner",
                                Json.object(
                                        "email",
                                        tenant.email(),
                                        "displayName",
                                        "Heir",
                                        "password",
                                        Tenants.OWNER_PASSWORD)))
                .expectProblem(409, "conflict");
    }

    private static void fill(Tenant tenant) {
        Api owner = tenant.owner().with("Idempotency-Key", UUID.randomUUID().toString());
        String precinto = Domain.createPrecinto(owner);
        Domain.createTransito(tenant.owner(), precinto);
        Domain.createAlerta(tenant.owner(), precinto);
        Keys.create(tenant.owner(), "precintos:read");
        // calls are counted a moment later: from then on they only add to a row that is there
        Usages.await(tenant.owner(), "apiCalls", calls -> calls.path("used").asDouble() > 0);
        assertThat(ProductDatabase.rowsOf(tenant.id()))
                .as("tables with rows")
                .containsKeys("tenant_activity_log", "idempotent_answer", "precinto", "transito", "alerta")
                .satisfies(rows ->
                        assertThat(rows.values().stream().filter(n -> n > 0)).hasSizeGreaterThanOrEqualTo(8));
    }

    private static long total(Tenant tenant) {
        return ProductDatabase.rowsOf(tenant.id()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static Answer login(String email) {
        return Api.anonymous().post("/api/auth/login", Json.object("email", email, "password", Tenants.OWNER_PASSWORD));
    }
}
