package io.tenantry.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Members;
import io.tenantry.it.product.Members.Member;
import io.tenantry.it.product.ProductDatabase;
import io.tenantry.it.product.Session;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where an account is signed in, and ending that from elsewhere. */
class SessionsIT extends BlackBox {

    private static final String SESSIONS = "/api/auth/sessions";

    private Tenant tenant;
    private Member member;

    @BeforeEach
    void signsIn() {
        tenant = Tenants.starter();
        member = Members.add(tenant, "viewer");
    }

    @Test
    void theListHasTheAccountsSessionsAndMarksTheOneThatAsks() {
        Session other = again();

        List<JsonNode> seen = other.api().get(SESSIONS).expect(200).items().toList();

        assertThat(seen).hasSize(2);
        assertThat(seen)
                .extracting(session -> session.path("current").asBoolean())
                .containsExactly(true, false);
        assertThat(own(member.session())).isEqualTo(seen.get(1).path("id").asText());
    }

    @Test
    void aRefreshIsAUse() {
        Answer before = member.api().get(SESSIONS).expect(200);
        Session refreshed = member.session().refreshed();
        Answer after = refreshed.api().get(SESSIONS).expect(200);

        assertThat(after.each("id")).isEqualTo(before.each("id"));
        assertThat(after.each("createdAt")).isEqualTo(before.each("createdAt"));
        assertThat(used(after)).isAfter(used(before));
        assertThat(used(before))
                .isEqualTo(Instant.parse(before.each("createdAt").get(0)));
    }

    @Test
    void sessionsInEveryTenantAreListed() {
        Tenant elsewhere = Tenants.starter();
        ProductDatabase.addMember(elsewhere.id(), member.email(), "viewer");
        Session there = Session.login(member.email(), Tenants.OWNER_PASSWORD, elsewhere.slug());

        assertThat(there.api().get(SESSIONS).expect(200).each("id")).containsExactly(own(there), own(member.session()));
    }

    @Test
    void anEndedOneIsRefusedAtOnceAndOnRefresh() {
        Session stolen = again();
        String id = own(stolen);

        member.api().delete(SESSIONS + "/" + id).expect(204);

        stolen.api().get("/api/me").expectProblem(401, "unauthenticated");
        stolen.refresh().expectProblem(401, "unauthenticated");
        member.session().refreshed().api().get("/api/me").expect(200);
        assertThat(member.api().get(SESSIONS).expect(200).each("id")).doesNotContain(id);
        member.api().delete(SESSIONS + "/" + id).expectProblem(404, "not-found");
        assertThat(tenant.owner()
                        .get("/api/activity?action=session.ended")
                        .expect(200)
                        .each("entityId"))
                .contains(id);
    }

    @Test
    void theOneThatAsksCanEndItself() {
        member.api().delete(SESSIONS + "/" + own(member.session())).expect(204);

        member.api().get("/api/me").expectProblem(401, "unauthenticated");
        member.session().refresh().expectProblem(401, "unauthenticated");
    }

    @Test
    void allOthersEndAndTheOneThatAsksStays() {
        List<Session> others = List.of(again(), again());
        Tenant elsewhere = Tenants.starter();
        ProductDatabase.addMember(elsewhere.id(), member.email(), "viewer");
        Session there = Session.login(member.email(), Tenants.OWNER_PASSWORD, elsewhere.slug());

        member.api().delete(SESSIONS).expect(204);

        for (Session ended : List.of(others.get(0), others.get(1), there)) {
            ended.api().get("/api/me").expectProblem(401, "unauthenticated");
            ended.refresh().expectProblem(401, "unauthenticated");
        }
        assertThat(member.api().get(SESSIONS).expect(200).items()).hasSize(1);
        member.session().refreshed().api().get("/api/me").expect(200);
        for (Tenant worked : List.of(tenant, elsewhere)) {
            assertThat(worked.owner()
                            .get("/api/activity?action=session.othersEnded")
                            .expect(200)
                            .each("actor"))
                    .containsExactly(member.email());
        }
    }

    @Test
    void anotherAccountsSessionIsLikeNone() {
        Api owner = tenant.owner().with("X-Request-Id", UUID.randomUUID().toString());
        String foreign = SESSIONS + "/" + own(member.session());

        Answer refused = owner.delete(foreign).expectProblem(404, "not-found");

        assertThat(refused.body())
                .isEqualTo(owner.delete(SESSIONS + "/" + UUID.randomUUID()).body());
        owner.delete(SESSIONS).expect(204);
        member.api().get("/api/me").expect(200);
        assertThat(owner.get(SESSIONS).expect(200).each("id")).doesNotContain(own(member.session()));
    }

    @Test
    void aSessionInNoTenantIsManagedLikewise() {
        Session one = Session.login("admin@tenantry.test", Tenants.PASSWORD);
        Session other = Session.login("admin@tenantry.test", Tenants.PASSWORD);

        one.api().delete(SESSIONS + "/" + own(other)).expect(204);

        other.api().get("/api/me").expectProblem(401, "unauthenticated");
        assertThat(one.api().get(SESSIONS + "?limit=200").expect(200).each("id"))
                .contains(own(one));
    }

    @Test
    void nobodyComesInWithoutToken() {
        Api.anonymous().get(SESSIONS).expectProblem(401, "unauthenticated");
        Api.anonymous().delete(SESSIONS).expectProblem(401, "unauthenticated");
        Api.anonymous().delete(SESSIONS + "/" + UUID.randomUUID()).expectProblem(401, "unauthenticated");
    }

    private Session again() {
        return Session.login(member.email(), Tenants.OWNER_PASSWORD);
    }

    /** The id of a session, as it sees itself. */
    private static String own(Session session) {
        return session.api()
                .get(SESSIONS + "?limit=200")
                .expect(200)
                .items()
                .filter(item -> item.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private static Instant used(Answer list) {
        return Instant.parse(list.each("lastUsedAt").get(0));
    }
}
