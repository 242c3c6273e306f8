package io.tenantry.it;

import static io.tenantry.it.product.Domain.PRECINTOS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Keys;
import io.tenantry.it.product.Lifecycle;
import io.tenantry.it.product.Members;
import io.tenantry.it.product.Members.Member;
import io.tenantry.it.product.ProductDatabase;
import io.tenantry.it.product.Session;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever belongs to a tenant that is closed to its members is refused there at once, and nowhere else. */
class SuspendedTenantIT extends BlackBox {

    private static Lifecycle lifecycle;

    private Tenant tenant;
    private Member member;

    enum Closed {
        SUSPENDED {
            @Override
            void happensTo(Tenant tenant) {
                lifecycle.suspend(tenant, "unpaid since May").expect(200);
            }
        },
        CLOSING {
            @Override
            void happensTo(Tenant tenant) {
                lifecycle.close(tenant, "unpaid since May").expect(200);
            }
        };

        abstract void happensTo(Tenant tenant);
    }

    @BeforeAll
    static void signsIn() {
        lifecycle = Lifecycle.signIn();
    }

    @BeforeEach
    void makesTenant() {
        tenant = Tenants.professional();
        member = Members.add(tenant, "operator");
    }

    // attack case 21
    @ParameterizedTest
    @EnumSource
    void refusesTheNextRequestOfAMember(Closed closed) {
        member.api().get(PRECINTOS).expect(200);

        closed.happensTo(tenant);

        refused(member.api().get(PRECINTOS));
        refused(member.api().post(PRECINTOS, Domain.precinto()));
        refused(member.api().get("/api/tenant"));
        refused(member.api().post("/api/users/leave"));
        refused(tenant.owner().get("/api/activity"));
        lifecycle.resume(tenant).expect(200);
        member.api().get(PRECINTOS).expect(200);
    }

    // attack case 21
    @ParameterizedTest
    @EnumSource
    void refusesTheNextRefreshAndKeepsTheSession(Closed closed) {
        closed.happensTo(tenant);

        refused(member.session().refresh());
        refused(member.session().refresh());

        lifecycle.resume(tenant).expect(200);
        member.session().refreshed().api().get(PRECINTOS).expect(200);
    }

    // attack case 21
    @ParameterizedTest
    @EnumSource
    void refusesAnApiKeyAndItsExchange(Closed closed) {
        Answer key = Keys.create(tenant.owner(), "precintos:read");
        Api program = Keys.signIn(key);

        closed.happensTo(tenant);

        refused(program.get(PRECINTOS));
        refused(Keys.exchange(key.text("prefix"), key.text("secret")));
        lifecycle.resume(tenant).expect(200);
        program.get(PRECINTOS).expect(200);
    }

    @ParameterizedTest
    @EnumSource
    void theAccountSeesItAndGoesOnElsewhere(Closed closed) {
        Tenant elsewhere = Tenants.starter();
        ProductDatabase.addMember(elsewhere.id(), member.email(), "viewer");

        closed.happensTo(tenant);

        Answer me = member.api().get("/api/me").expect(200);
        assertThat(me.json().path("tenant").isNull()).isTrue();
        assertThat(me.json().path("permissions")).isEmpty();
        assertThat(statusOf(tenant, me)).isEqualTo(closed.name().toLowerCase(Locale.ROOT));
        assertThat(statusOf(elsewhere, me)).isEqualTo("active");
        member.api().get("/api/auth/sessions").expect(200);
        Session there = member.session().switchTo(elsewhere.slug());
        there.api().get(PRECINTOS).expect(200);
        refused(there.api().post("/api/auth/switch", Json.object("tenant", tenant.slug())));
        lifecycle.resume(tenant).expect(200);
        assertThat(tenant.owner()
                        .get("/api/activity?action=session.left")
                        .expect(200)
                        .each("actor"))
                .containsExactly(member.email());
    }

    @Test
    void signingInGoesToATenantThatIsOpen() {
        Tenant elsewhere = Tenants.starter();
        ProductDatabase.addMember(elsewhere.id(), member.email(), "viewer");
        lifecycle.suspend(tenant, "unpaid since May").expect(200);

        assertThat(Session.login(member.email(), Tenants.OWNER_PASSWORD).tenant())
                .isEqualTo(elsewhere.slug());
        refused(login(member.email(), tenant.slug()));
    }

    @Test
    void signingInWorksWithoutAnyTenantThatIsOpen() {
        lifecycle.suspend(tenant, "unpaid since May").expect(200);

        Session session = Session.login(member.email(), Tenants.OWNER_PASSWORD);

        assertThat(session.answer().json().path("tenant").isNull()).isTrue();
        assertThat(statusOf(tenant, session.answer())).isEqualTo("suspended");
        session.api().get(PRECINTOS).expectProblem(400, "tenant-required");
        session.refreshed().api().get("/api/me").expect(200);
    }

    @Test
    void signingOutWorksToo() {
        lifecycle.suspend(tenant, "unpaid since May").expect(200);

        member.session().logout().expect(204);

        lifecycle.resume(tenant).expect(200);
        member.session().refresh().expectProblem(401, "unauthenticated");
    }

    @Test
    void thePlatformStillActsInIt() {
        lifecycle.suspend(tenant, "unpaid since May").expect(200);

        lifecycle.platform().with("X-Tenant-ID", tenant.id()).get(PRECINTOS).expect(200);
    }

    private static void refused(Answer answer) {
        assertThat(answer.expectProblem(403, "tenant-suspended").text("reason")).isEqualTo("unpaid since May");
    }

    private static Answer login(String email, String slug) {
        return Api.anonymous()
                .post(
                        "/api/auth/login",
                        Json.object("email", email, "password", Tenants.OWNER_PASSWORD, "tenant", slug));
    }

    private static String statusOf(Tenant tenant, Answer answer) {
        for (JsonNode own : answer.json().path("tenants")) {
            if (own.path("slug").asText().equals(tenant.slug())) {
                return own.path("status").asText();
            }
        }
        throw new AssertionError(tenant.slug() + " is not in " + answer);
    }
}
