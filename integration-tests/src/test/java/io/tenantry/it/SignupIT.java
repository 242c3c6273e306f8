package io.tenantry.it;

import static io.tenantry.it.product.Invitations.awaitToken;
import static io.tenantry.it.product.Invitations.newAddress;
import static io.tenantry.it.product.Signups.PASSWORD;
import static io.tenantry.it.product.Signups.newSlug;
import static io.tenantry.it.product.Signups.prove;
import static io.tenantry.it.product.Signups.signUp;
import static io.tenantry.it.product.Signups.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Mailbox;
import io.tenantry.it.product.ProductDatabase;
import io.tenantry.it.product.Proxy;
import io.tenantry.it.product.ReceivedEmail;
import io.tenantry.it.product.Session;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Founding an organization oneself: it exists once the address is proven. */
class SignupIT extends BlackBox {

    @Test
    void theOrganizationExistsOnceTheAddressIsProven() {
        String slug = newSlug();
        String email = newAddress();
        signUp(slug, email).expect(202);
        String token = awaitToken(email);
        login(email, PASSWORD).expectProblem(401, "unauthenticated");

        Answer founded = prove(token).expect(201);

        assertThat(founded.json().path("tenant").path("slug").asText()).isEqualTo(slug);
        assertThat(founded.json().path("tenant").path("name").asText()).isEqualTo("Founded " + slug);
        Session owner = Session.login(email, PASSWORD);
        assertThat(owner.tenant()).isEqualTo(slug);
        assertThat(owner.api().get("/api/me").expect(200).text("role")).isEqualTo("owner");
        assertThat(owner.api().get("/api/tenant").expect(200).text("status")).isEqualTo("trial");
        assertThat(owner.api().get("/api/activity").expect(200).each("action"))
                .contains("tenant.created", "member.created");
    }

    @Test
    void refusesAProofUsedTwiceAlsoAtOnce() {
        String email = newAddress();
        signUp(newSlug(), email).expect(202);
        String token = awaitToken(email);

        assertThat(AtOnce.run(4, i -> prove(token).status())).containsExactlyInAnyOrder(201, 404, 404, 404);
        prove(token).expectProblem(404, "not-found");
    }

    @Test
    void refusesAProofThatHasExpiredOrNeverWas() {
        String slug = newSlug();
        String email = newAddress();
        signUp(slug, email).expect(202);
        String token = awaitToken(email);
        ProductDatabase.expireSignup(slug);

        prove(token).expectProblem(404, "not-found");
        prove("x").expectProblem(404, "not-found");
        login(email, PASSWORD).expectProblem(401, "unauthenticated");
    }

    // attack case 23
    @Test
    void tellsTheMailboxAloneThatThereIsAnAccount() {
        Tenant existing = Tenants.starter();
        String newcomer = newAddress();
        Answer toNobody = signUp(newSlug(), newcomer).expect(202);
        String slug = newSlug();
        Answer toAccount = signUp(slug, existing.email()).expect(202);

        assertThat(toAccount.body()).isEqualTo(toNobody.body());
        assertThat(Mailbox.awaitMessageTo(newcomer).text()).doesNotContain("You already have the account");
        ReceivedEmail email = Mailbox.awaitMessageTo(existing.email());
        assertThat(email.text()).contains("You already have the account " + existing.email());

        prove(email.link().getFragment().substring("token=".length())).expect(201);
        login(existing.email(), PASSWORD).expectProblem(401, "unauthenticated");
        assertThat(Session.login(existing.email(), Tenants.OWNER_PASSWORD, slug).tenant())
                .isEqualTo(slug);
    }

    // attack case 10
    @Test
    void aShortNameTakenMeanwhileLeavesTheProofGood() {
        String slug = newSlug();
        String first = newAddress();
        String second = newAddress();
        signUp(slug, first).expect(202);
        signUp(slug, second).expect(202);
        prove(awaitToken(first)).expect(201);
        String token = awaitToken(second);

        prove(token).expectProblem(409, "conflict");
        login(second, PASSWORD).expectProblem(401, "unauthenticated");
        String other = newSlug();
        Answer founded = Api.anonymous()
                .post("/api/auth/email/verify", Json.object("token", token, "slug", other))
                .expect(201);
        assertThat(founded.json().path("tenant").path("slug").asText()).isEqualTo(other);
    }

    /** The page asks for it, so that nobody confirms what a stranger signed up for in their name. */
    @Test
    void aPasswordThatIsGivenMustBeThatOfTheSignUp() {
        String email = newAddress();
        signUp(newSlug(), email).expect(202);
        String token = awaitToken(email);

        Answer refused = Api.anonymous()
                .post("/api/auth/email/verify", Json.object("token", token, "password", PASSWORD + "x"))
                .expectProblem(400, "validation");
        assertThat(refused.json().path("errors").path(0).path("pointer").asText())
                .isEqualTo("/password");
        login(email, PASSWORD).expectProblem(401, "unauthenticated");
        Api.anonymous()
                .post("/api/auth/email/verify", Json.object("token", token, "password", PASSWORD))
                .expect(201);
    }

    // attack case 10
    @Test
    void refusesNamesThatCannotBeHad() {
        signUp("acme", newAddress()).expectProblem(409, "conflict");
        signUp("admin", newAddress()).expectProblem(400, "validation");
        signUp("-x-", newAddress()).expectProblem(400, "validation");
        Map<String, Object> unknownPlan = new HashMap<>(wanted(newSlug(), newAddress()));
        unknownPlan.put("plan", "imaginary");
        Answer refused = Api.anonymous().post("/api/signup", unknownPlan).expectProblem(400, "validation");
        assertThat(refused.json().path("errors").path(0).path("pointer").asText())
                .isEqualTo("/plan");
    }

    @Test
    void whatIsTypedCannotBreakTheEmail() {
        String email = newAddress();
        Map<String, Object> values = new HashMap<>(wanted(newSlug(), email));
        values.put("displayName", "Ann\r\nBcc: all@example.test\u0085");
        values.put("organization", "A\u202eB");
        Api.anonymous().post("/api/signup", values).expect(202);

        ReceivedEmail received = Mailbox.awaitMessageTo(email);
        assertThat(received.text()).contains("Hello Ann Bcc: all@example.test,", "A B");
        assertThat(received.headers()).doesNotContainKey("Bcc");
    }

    // attack case 10
    @Test
    void slowsDownWhoTriesNamesOrWritesToAnAddress() {
        String client = "2001:db8::" + Tenants.unique().substring(0, 4);
        assertThat(IntStream.range(0, 21).map(i -> post("acme", newAddress(), Map.of("X-Forwarded-For", client))))
                .endsWith(409, 429)
                .containsOnlyOnce(429);
        String address = newAddress();
        assertThat(IntStream.range(0, 6).map(i -> post("acme", address, Map.of("X-Forwarded-For", "203.0.113." + i))))
                .containsExactly(409, 409, 409, 409, 409, 429);
    }

    @Test
    void aTenantsOwnHostFoundsNothing() {
        assertThat(post(newSlug(), newAddress(), Map.of("X-Forwarded-Host", "acme.localhost")))
                .isEqualTo(404);
    }

    private static int post(String slug, String email, Map<String, String> forwarded) {
        Map<String, String> headers = new HashMap<>(forwarded);
        headers.put("Content-Type", "application/json");
        return Proxy.trusted().send("POST", "/api/signup", headers, Json.write(wanted(slug, email)));
    }

    private static Answer login(String email, String password) {
        return Api.anonymous().post("/api/auth/login", Json.object("email", email, "password", password));
    }
}
