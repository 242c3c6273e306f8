package io.tenantry.it;

import static io.tenantry.it.product.Invitations.awaitToken;
import static io.tenantry.it.product.Invitations.newAddress;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Mailbox;
import io.tenantry.it.product.ProductDatabase;
import io.tenantry.it.product.Proxy;
import io.tenantry.it.product.Session;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A forgotten password: whoever reads the account's mail may choose another, once and soon. */
class PasswordResetIT extends BlackBox {

    private static final String FORGOT = "/api/auth/password/forgot";
    private static final String NEXT = "another password entirely";

    private static Tenant tenant;

    @BeforeAll
    static void makesTenant() {
        tenant = Tenants.professional();
    }

    @Test
    void aNewPasswordEndsAllSessions() {
        String email = account();
        Session before = Session.login(email, Tenants.OWNER_PASSWORD);
        String token = tokenFor(email);

        Answer answer = reset(token).expect(204);

        assertThat(answer.header("Set-Cookie")).as("signs nobody in").isEmpty();
        before.api().get("/api/me").expectProblem(401, "unauthenticated");
        before.refresh().expectProblem(401, "unauthenticated");
        login(email, Tenants.OWNER_PASSWORD).expectProblem(401, "unauthenticated");
        login(email, NEXT).expect(200);
        assertThat(tenant.owner().get("/api/activity?limit=200").expect(200).each("action"))
                .contains("account.passwordReset");
    }

    @Test
    void refusesATokenUsedTwiceAlsoAtOnce() {
        String token = tokenFor(account());

        assertThat(AtOnce.run(4, i -> reset(token).status())).containsExactlyInAnyOrder(204, 404, 404, 404);
        reset(token).expectProblem(404, "not-found");
    }

    @Test
    void onlyTheTokenAskedForLastIsGood() {
        String email = account();
        String first = tokenFor(email);
        String second = tokenFor(email);

        reset(first).expectProblem(404, "not-found");
        reset(second).expect(204);
    }

    @Test
    void aChangedPasswordMakesTheTokenVoid() {
        String email = account();
        String token = tokenFor(email);
        Session.login(email, Tenants.OWNER_PASSWORD)
                .api()
                .put("/api/me/password", Json.object("currentPassword", Tenants.OWNER_PASSWORD, "newPassword", NEXT))
                .expect(204);

        reset(token).expectProblem(404, "not-found");
        login(email, NEXT).expect(200);
    }

    @Test
    void refusesATokenThatHasExpiredOrNeverWas() {
        String email = account();
        String token = tokenFor(email);
        ProductDatabase.expireReset(email);

        reset(token).expectProblem(404, "not-found");
        reset(UUID.randomUUID().toString()).expectProblem(404, "not-found");
        login(email, Tenants.OWNER_PASSWORD).expect(200);
    }

    // attack case 23
    @Test
    void doesNotTellWhoHasAnAccount() {
        String nobody = newAddress();
        String disabled = account();
        ProductDatabase.tamper("update account set disabled_at = now() where email_key = ?", disabled);
        String known = account();

        Answer toNobody = forgot(nobody).expect(202);
        Answer toDisabled = forgot(disabled).expect(202);
        Answer toKnown = forgot(known).expect(202);

        assertThat(List.of(toNobody.body(), toDisabled.body())).containsOnly(toKnown.body());
        awaitToken(known);
        assertThat(Mailbox.messagesTo(nobody)).isEmpty();
        assertThat(Mailbox.messagesTo(disabled)).isEmpty();
    }

    // attack case 23
    @Test
    void slowsDownWhoAsksForAnAddressOrFromOneTooOften() {
        String address = newAddress();
        assertThat(IntStream.range(0, 6).map(i -> forgot(address, "198.51.100." + i)))
                .containsExactly(202, 202, 202, 202, 202, 429);
        assertThat(forgot(address).expectProblem(429, "rate-limited").header("Retry-After"))
                .isEqualTo("3600");

        String client = "2001:db8::" + Tenants.unique().substring(0, 4);
        assertThat(IntStream.range(0, 21).map(i -> forgot(i + address, client)))
                .endsWith(202, 429)
                .containsOnlyOnce(429);
    }

    private static String account() {
        String email = newAddress();
        ProductDatabase.addAccount(email, tenant.email());
        ProductDatabase.addMember(tenant.id(), email, "viewer");
        return email;
    }

    private static String tokenFor(String email) {
        forgot(email).expect(202);
        return awaitToken(email);
    }

    private static Answer forgot(String email) {
        return Api.anonymous().post(FORGOT, Json.object("email", email));
    }

    private static int forgot(String email, String client) {
        Map<String, String> headers = Map.of("Content-Type", "application/json", "X-Forwarded-For", client);
        return Proxy.trusted().send("POST", FORGOT, headers, "{\"email\":\"" + email + "\"}");
    }

    private static Answer reset(String token) {
        return Api.anonymous().post("/api/auth/password/reset", Json.object("token", token, "password", NEXT));
    }

    private static Answer login(String email, String password) {
        return Api.anonymous().post("/api/auth/login", Json.object("email", email, "password", password));
    }
}
