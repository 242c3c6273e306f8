package io.tenantry.it;

import static io.tenantry.it.product.Tenants.OWNER_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Members;
import io.tenantry.it.product.Members.Member;
import io.tenantry.it.product.Session;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changing one's own password. */
class PasswordIT extends BlackBox {

    private static final String PASSWORD = "/api/me/password";
    private static final String NEXT = "another battery staple";

    private Tenant tenant;
    private Member member;

    @BeforeEach
    void makesMember() {
        tenant = Tenants.starter();
        member = Members.add(tenant, "viewer");
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndIsLogged() {
        Session elsewhere = Session.login(member.email(), OWNER_PASSWORD);

        change(OWNER_PASSWORD, NEXT).expect(204);

        member.session().refreshed().api().get("/api/me").expect(200);
        elsewhere.api().get("/api/me").expectProblem(401, "unauthenticated");
        elsewhere.refresh().expectProblem(401, "unauthenticated");
        Api.anonymous()
                .post("/api/auth/login", Json.object("email", member.email(), "password", OWNER_PASSWORD))
                .expectProblem(401, "unauthenticated");
        Session.login(member.email(), NEXT);
        Answer log = tenant.owner()
                .get("/api/activity?action=account.passwordChanged")
                .expect(200);
        assertThat(log.each("actor")).containsExactly(member.email());
        assertThat(log.body()).doesNotContain(OWNER_PASSWORD, NEXT);
    }

    @Test
    void thePresentPasswordIsAskedFor() {
        Answer refused = change("not my password", NEXT).expectProblem(400, "validation");

        assertThat(refused.json().path("errors").path(0).path("pointer").asText())
                .isEqualTo("/currentPassword");
        change(OWNER_PASSWORD, "short").expectProblem(400, "validation");
        member.api().put(PASSWORD, Json.object("newPassword", NEXT)).expectProblem(400, "validation");
        Api.anonymous()
                .put(PASSWORD, Json.object("currentPassword", OWNER_PASSWORD, "newPassword", NEXT))
                .expectProblem(401, "unauthenticated");
        Session.login(member.email(), OWNER_PASSWORD);
    }

    @Test
    void guessingItIsSlowedDown() {
        List<Answer> guesses = AtOnce.run(11, i -> change("guess " + i, NEXT));

        assertThat(guesses).extracting(Answer::status).contains(400, 429).doesNotContain(204);
        change(OWNER_PASSWORD, NEXT).expectProblem(429, "rate-limited");
    }

    private Answer change(String current, String next) {
        return member.api().put(PASSWORD, Json.object("currentPassword", current, "newPassword", next));
    }
}
