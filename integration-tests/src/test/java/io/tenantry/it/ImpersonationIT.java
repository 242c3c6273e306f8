package io.tenantry.it;

import static io.tenantry.it.product.Domain.PRECINTOS;
import static io.tenantry.it.product.Impersonations.END;
import static io.tenantry.it.product.Impersonations.REASON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Impersonations;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Keys;
import io.tenantry.it.product.Members;
import io.tenantry.it.product.Members.Member;
import io.tenantry.it.product.ProductDatabase;
import io.tenantry.it.product.Session;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Administrators of the platform who act as somebody in a tenant: for a reason, for a while, and seen by the tenant. */
class ImpersonationIT extends BlackBox {

    private static final String ADMIN = "admin@tenantry.test";

    private static Tenant tenant;
    private static Session platform;

    @BeforeAll
    static void makesTenant() {
        tenant = Tenants.professional();
        platform = Session.login(ADMIN, Tenants.PASSWORD);
    }

    @Test
    void theAdministratorActsAsAMemberAndTheBannerSaysSo() {
        Member operator = Members.add(tenant, "operator");
        Session session = begin(operator);

        JsonNode me = session.api().get("/api/me").expect(200).json();

        assertThat(session.tenant()).isEqualTo(tenant.slug());
        assertThat(me.path("account").path("email").asText()).isEqualTo(operator.email());
        assertThat(me.path("account").path("platformAdmin").asBoolean(true)).isFalse();
        assertThat(me.path("role").asText()).isEqualTo("operator");
        assertThat(me.path("tenants")).isEmpty();
        assertThat(me.path("impersonation").path("by").asText()).isEqualTo(ADMIN);
        assertThat(me.path("impersonation").path("reason").asText()).isEqualTo(REASON);
        Instant until = Instant.parse(me.path("impersonation").path("until").asText());
        assertThat(Duration.between(Instant.now(), until)).isBetween(Duration.ofMinutes(50), Duration.ofMinutes(61));
        assertThat(operator.api()
                        .get("/api/me")
                        .expect(200)
                        .json()
                        .path("impersonation")
                        .isNull())
                .isTrue();
    }

    @Test
    void withoutAMemberItIsTheRoleOfAnOwner() {
        Session session = Impersonations.begin(Impersonations.handOver(platform.api(), tenant));

        JsonNode me = session.api().get("/api/me").expect(200).json();

        assertThat(me.path("role").asText()).isEqualTo("owner");
        assertThat(me.path("account").path("platformAdmin").asBoolean(true)).isFalse();
        Domain.createPrecinto(session.api());
    }

    @Test
    void theTenantsLogSaysWhoReallyActed() {
        Member operator = Members.add(tenant, "operator");
        Session asMember = begin(operator);
        String seal = Domain.createPrecinto(asMember.api());
        asMember.api().post(END).expect(204);
        Session asOwner = Impersonations.begin(Impersonations.handOver(platform.api(), tenant));
        String other = Domain.createPrecinto(asOwner.api());

        isByPlatform(logged("entityId=" + seal), operator.email());
        isByPlatform(logged("entityId=" + other), "owner");
        for (String action : List.of("impersonation.created", "impersonation.began", "impersonation.ended")) {
            List<JsonNode> entries = tenant.owner()
                    .get("/api/activity?sort=at&actor=" + ADMIN + "&action=" + action)
                    .expect(200)
                    .items()
                    .toList();
            assertThat(entries).as(action).isNotEmpty();
            assertThat(entries.get(0).path("actor").asText()).isEqualTo(ADMIN);
            assertThat(entries.get(0).path("actorKind").asText()).isEqualTo("platform");
            assertThat(entries.get(0).path("after").path("reason").asText()).isEqualTo(REASON);
        }
        assertThat(tenant.owner()
                        .get("/api/activity?actor=" + operator.email() + "&entity=precinto")
                        .expect(200)
                        .items())
                .isEmpty();
    }

    // attack case 32
    @Test
    void refusesAHandOverUsedTwice() {
        String token = Impersonations.handOver(platform.api(), tenant);
        Impersonations.begin(token);

        Impersonations.exchange(token).expectProblem(401, "unauthenticated");
    }

    // attack case 32
    @Test
    void ofManyExchangesAtOnceOneSucceeds() {
        String token = Impersonations.handOver(platform.api(), tenant);

        List<Integer> answers =
                AtOnce.run(4, i -> Impersonations.exchange(token).status());

        assertThat(answers).containsOnlyOnce(200);
        assertThat(answers).filteredOn(status -> status != 200).containsOnly(401);
    }

    // attack case 32
    @Test
    void refusesAHandOverAfterItsSixtySeconds() {
        Answer handed = platform.api().post(Impersonations.path(tenant), Json.object("reason", REASON));
        Instant end = Instant.parse(handed.expect(200).text("expiresAt"));
        assertThat(Duration.between(Instant.now(), end)).isLessThanOrEqualTo(Duration.ofSeconds(61));
        ProductDatabase.tamper(
                "update tenant_impersonation set expires_at = expires_at - interval '60 s' where id = ?::uuid",
                handed.id());

        Impersonations.exchange(handed.text("token")).expectProblem(401, "unauthenticated");
    }

    // attack case 32
    @Test
    void refusesAHandOverChangedToAnotherTenant() {
        Tenant victim = Tenants.starter();
        String token = Impersonations.handOver(platform.api(), tenant);

        String changed = withTenant(token, victim);

        Impersonations.exchange(changed).expectProblem(401, "unauthenticated");
        Impersonations.exchange(token.substring(0, token.length() - 2) + "AA").expectProblem(401, "unauthenticated");
        Impersonations.exchange("th_x").expectProblem(401, "unauthenticated");
        Impersonations.begin(token);
    }

    // attack case 32
    @Test
    void anImpersonationReachesNoOtherTenant() {
        Tenant victim = Tenants.starter();
        Session session = Impersonations.begin(Impersonations.handOver(platform.api(), tenant));

        session.api().with("X-Tenant-ID", victim.slug()).get(PRECINTOS).expectProblem(403, "tenant-mismatch");
        session.api()
                .post("/api/auth/switch", Json.object("tenant", victim.slug()))
                .expectProblem(403, "forbidden");
        isByPlatform(logged("action=access.tenantMismatch"), "owner");
    }

    // attack case 32
    @Test
    void noImpersonationComesOutOfAnother() {
        Session session = Impersonations.begin(Impersonations.handOver(platform.api(), tenant));

        for (Tenant target : List.of(tenant, Tenants.starter())) {
            session.api()
                    .post(Impersonations.path(target), Json.object("reason", REASON))
                    .expectProblem(403, "forbidden");
        }
        session.api().get("/api/admin/tenants").expectProblem(403, "forbidden");
        session.api().get("/api/admin/isolation").expectProblem(403, "forbidden");
    }

    // attack case 32
    @Test
    void nobodyGainsRightsByActingAsAMember() {
        Api viewer = begin(Members.add(tenant, "viewer")).api();
        viewer.get(PRECINTOS).expect(200);
        forbidden("precintos:write", viewer.post(PRECINTOS, Domain.precinto()));
        forbidden("users:write", viewer.delete(Members.owner(tenant).path()));

        Member second = Members.add(tenant, "viewer");
        for (Api api : List.of(
                begin(Members.add(tenant, "admin")).api(),
                begin(Members.owner(tenant)).api(),
                Impersonations.begin(Impersonations.handOver(platform.api(), tenant))
                        .api())) {
            forbidden("owners:write", api.patch(second.path(), Json.object("role", "owner")));
            forbidden("owners:write", api.delete(Members.owner(tenant).path()));
            forbidden("owners:write", api.post(second.path() + "/transfer-ownership"));
            forbidden("apiKeys:write", api.post(Keys.API_KEYS, Keys.values("precintos:read")));
            assertThat(api.get("/api/me").expect(200).body()).doesNotContain("owners:write", "apiKeys:write");
        }
    }

    // attack case 32
    @Test
    void whatIsTheMembersOwnStaysClosed() {
        Member operator = Members.add(tenant, "operator");
        Api api = begin(operator).api();

        api.get("/api/auth/sessions").expectProblem(403, "forbidden");
        api.delete("/api/auth/sessions").expectProblem(403, "forbidden");
        api.delete("/api/auth/sessions/" + UUID.randomUUID()).expectProblem(403, "forbidden");
        api.post("/api/users/leave").expectProblem(403, "forbidden");
        operator.session().refreshed().api().get("/api/me").expect(200);
    }

    @Test
    void itEndsWhenToldTo() {
        Session session = begin(Members.add(tenant, "operator"));
        Session refreshed = session.refreshed();
        refreshed.api().get("/api/me").expect(200);

        assertThat(refreshed.api().post(END).expect(204).header("Set-Cookie")).contains("Max-Age=0");

        refreshed.api().get("/api/me").expectProblem(401, "unauthenticated");
        refreshed.refresh().expectProblem(401, "unauthenticated");
        platform.api().get("/api/me").expect(200);
        platform.api().post(END).expectProblem(409, "conflict");
    }

    @Test
    void aRefreshMakesItNoLonger() {
        Session session = begin(Members.add(tenant, "operator"));
        String until = until(session);

        Session refreshed = session.refreshed();

        assertThat(until(refreshed)).isEqualTo(until);
        assertThat(refreshed.tenant()).isEqualTo(tenant.slug());
        ProductDatabase.tamper(
                "update account_session set expires_at = now() where expires_at = ?::timestamptz and parent_id is not null",
                until);
        refreshed.api().get("/api/me").expectProblem(401, "unauthenticated");
        refreshed.refresh().expectProblem(401, "unauthenticated");
    }

    @Test
    void itEndsWithTheSessionItCameFrom() {
        Session parent = Session.login(ADMIN, Tenants.PASSWORD);
        String token = Impersonations.handOver(parent.api(), tenant);
        Session session = Impersonations.begin(Impersonations.handOver(parent.api(), tenant));
        session.api().get("/api/me").expect(200);

        parent.logout().expect(204);

        session.api().get("/api/me").expectProblem(401, "unauthenticated");
        session.refresh().expectProblem(401, "unauthenticated");
        Impersonations.exchange(token).expectProblem(401, "unauthenticated");
    }

    @Test
    void itEndsWithItsAdministratorsRights() {
        for (String loss : List.of("disabled_at = now()", "platform_admin = false")) {
            String email = "admin-" + Tenants.unique() + "@platform.test";
            ProductDatabase.addAccount(email, tenant.email());
            ProductDatabase.tamper("update account set platform_admin = true where email_key = ?", email);
            Api administrator = Session.login(email, Tenants.OWNER_PASSWORD).api();
            String token = Impersonations.handOver(administrator, tenant);
            Session session = Impersonations.begin(Impersonations.handOver(administrator, tenant));
            session.api().get("/api/me").expect(200);

            ProductDatabase.tamper("update account set " + loss + " where email_key = ?", email);

            session.api().get("/api/me").expectProblem(401, "unauthenticated");
            session.refresh().expectProblem(401, "unauthenticated");
            Impersonations.exchange(token).expectProblem(401, "unauthenticated");
        }
    }

    @Test
    void itEndsWithTheMembership() {
        Member operator = Members.add(tenant, "operator");
        Session session = begin(operator);
        String token = Impersonations.handOver(platform.api(), tenant, operator);

        tenant.owner().delete(operator.path()).expect(204);

        session.api().get("/api/me").expectProblem(401, "unauthenticated");
        session.refresh().expectProblem(401, "unauthenticated");
        Impersonations.exchange(token).expectProblem(401, "unauthenticated");
    }

    @Test
    void aSuspendedTenantIsEnteredByThePlatformOnly() {
        Tenant closed = Tenants.starter();
        Member operator = Members.add(closed, "operator");
        Session asMember = Impersonations.begin(Impersonations.handOver(platform.api(), closed, operator));
        String token = Impersonations.handOver(platform.api(), closed, operator);
        ProductDatabase.suspend(closed.id());

        asMember.api().get(PRECINTOS).expectProblem(403, "tenant-suspended");
        Impersonations.exchange(token).expectProblem(403, "tenant-suspended");
        Impersonations.begin(Impersonations.handOver(platform.api(), closed))
                .api()
                .get(PRECINTOS)
                .expect(200);
    }

    @Test
    void onlyThePlatformHandsOverAndOnlyWithAReason() {
        tenant.owner()
                .post(Impersonations.path(tenant), Json.object("reason", REASON))
                .expectProblem(403, "forbidden");
        Api api = platform.api();
        api.post(Impersonations.path(tenant), Json.object()).expectProblem(400, "validation");
        api.post(Impersonations.path(tenant), Json.object("reason", " ")).expectProblem(400, "validation");
        api.post(
                        Impersonations.path(tenant),
                        Json.object(
                                "reason", REASON, "accountId", UUID.randomUUID().toString()))
                .expectProblem(400, "validation");
        Tenant other = Tenants.starter();
        api.post(Impersonations.path(tenant), Impersonations.asMember(other, Members.owner(other)))
                .expectProblem(400, "validation");
        api.post("/api/admin/tenants/" + UUID.randomUUID() + "/impersonate", Json.object("reason", REASON))
                .expectProblem(404, "not-found");
    }

    @Test
    void theLogHoldsNoHandOver() {
        String token = Impersonations.handOver(platform.api(), tenant);
        Impersonations.begin(token);

        assertThat(tenant.owner().get("/api/activity?limit=200").expect(200).body())
                .doesNotContain(token.substring(token.indexOf('.')));
    }

    private Session begin(Member member) {
        return Impersonations.begin(Impersonations.handOver(platform.api(), tenant, member));
    }

    private static String until(Session session) {
        return session.api()
                .get("/api/me")
                .expect(200)
                .json()
                .path("impersonation")
                .path("until")
                .asText();
    }

    /** The same token, said to be of another tenant. */
    private static String withTenant(String token, Tenant other) {
        byte[] ids = Base64.getUrlDecoder().decode(token.substring("th_".length(), token.indexOf('.')));
        UUID id = UUID.fromString(other.id());
        byte[] changed = ByteBuffer.wrap(ids)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return "th_" + Base64.getUrlEncoder().withoutPadding().encodeToString(changed)
                + token.substring(token.indexOf('.'));
    }

    private JsonNode logged(String query) {
        return tenant.owner()
                .get("/api/activity?" + query)
                .expect(200)
                .items()
                .findFirst()
                .orElseThrow(() -> new AssertionError(query + " is not in the log"));
    }

    private static void isByPlatform(JsonNode entry, String as) {
        assertThat(entry.path("actor").asText()).isEqualTo(ADMIN);
        assertThat(entry.path("actorKind").asText()).isEqualTo("platform");
        assertThat(entry.path("actingAs").asText()).isEqualTo(as);
    }

    private static void forbidden(String permission, Answer answer) {
        answer.expectProblem(403, "forbidden");
        assertThat(answer.text("permission")).isEqualTo(permission);
    }
}
