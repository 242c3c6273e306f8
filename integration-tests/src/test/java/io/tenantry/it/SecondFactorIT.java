package io.tenantry.it;

import static io.tenantry.it.product.Authenticator.TOTP;
import static io.tenantry.it.product.Tenants.OWNER_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Authenticator;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Keys;
import io.tenantry.it.product.Members;
import io.tenantry.it.product.Members.Member;
import io.tenantry.it.product.ProductDatabase;
import io.tenantry.it.product.Session;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in with a second factor, from giving an account one to taking it away. */
class SecondFactorIT extends BlackBox {

    private static final int FAILURES_ALLOWED = 10;

    private Tenant tenant;
    private Member member;

    @BeforeEach
    void makesMember() {
        tenant = Tenants.professional();
        member = Members.add(tenant, "viewer");
    }

    @Test
    void theSecondFactorIsAskedForAfterTheRightPasswordOnly() {
        Session elsewhere = Session.login(member.email(), OWNER_PASSWORD);
        Authenticator device = Authenticator.enrol(member.api(), OWNER_PASSWORD);
        member.api().get("/api/me").expect(200);
        elsewhere.api().get("/api/me").expectProblem(401, "unauthenticated");
        assertThat(member.api().get(TOTP).expect(200).json().path("enabled").asBoolean())
                .isTrue();

        for (Answer refused : List.of(login(member.email(), OWNER_PASSWORD, null), login(device.wrong()))) {
            assertThat(refused.expectProblem(401, "unauthenticated").text("secondFactor"))
                    .isEqualTo("totp");
            assertThat(refused.header("Set-Cookie")).isEmpty();
        }
        Session session = session(login(device.next()));

        session.refreshed().switchTo(tenant.slug()).api().get("/api/me").expect(200);
    }

    // attack case 23
    @Test
    void aWrongPasswordIsLikeAnUnknownAddressAlsoWithASecondFactor() {
        Authenticator device = Authenticator.enrol(member.api(), OWNER_PASSWORD);
        Api caller = Api.anonymous().with("X-Request-Id", UUID.randomUUID().toString());
        String code = device.next();

        Answer unknown = login(caller, "nobody-" + Tenants.unique() + "@example.test", "wrong", code);
        unknown.expectProblem(401, "unauthenticated");
        for (String offered : new String[] {null, code, "000000"}) {
            Answer wrong = login(caller, member.email(), "wrong", offered);
            assertThat(wrong.body()).isEqualTo(unknown.body());
            assertThat(wrong.comparableHeaders()).isEqualTo(unknown.comparableHeaders());
        }
        session(login(code));
    }

    @Test
    void aCodeIsGoodOnceAlsoAtOnce() {
        Authenticator device = Authenticator.enrol(member.api(), OWNER_PASSWORD);
        String code = device.next();

        List<Answer> answers = AtOnce.run(4, i -> login(code));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 401, 401, 401);
        login(code).expectProblem(401, "unauthenticated");
        String recovery = device.recoveryCodes().get(0);
        session(login(recovery.toUpperCase(Locale.ROOT).replace('-', ' ')));
        login(recovery).expectProblem(401, "unauthenticated");
        assertThat(session(login(device.recoveryCodes().get(1)))
                        .api()
                        .get(TOTP)
                        .expect(200)
                        .json()
                        .path("recoveryCodesLeft")
                        .asInt())
                .isEqualTo(8);
    }

    @Test
    void guessingCodesIsSlowedDownWhateverTheRightPasswordDoes() {
        Authenticator device = Authenticator.enrol(member.api(), OWNER_PASSWORD);
        String wrong = device.wrong();

        for (int i = 0; i < FAILURES_ALLOWED; i++) {
            login(wrong).expectProblem(401, "unauthenticated");
            if (i % 3 == 0) {
                login(member.email(), OWNER_PASSWORD, null);
            }
        }

        login(wrong).expectProblem(429, "rate-limited");
        login(device.next()).expectProblem(429, "rate-limited");
    }

    @Test
    void whoHasButASessionChangesNothing() {
        Api api = member.api();
        api.post(TOTP, Json.object("password", "wrong password")).expectProblem(400, "validation");
        api.post(TOTP + "/confirm", Json.object("code", "123456")).expectProblem(409, "conflict");
        Authenticator device = Authenticator.enrol(api, OWNER_PASSWORD);

        api.post(TOTP, Json.object("password", OWNER_PASSWORD)).expectProblem(409, "conflict");
        String code = device.next();
        for (Object body : List.of(
                Json.object("password", "wrong password", "code", code),
                Json.object("password", OWNER_PASSWORD, "code", device.wrong()),
                Json.object("password", OWNER_PASSWORD))) {
            api.post(TOTP + "/remove", body).expectProblem(400, "validation");
        }
        Api.anonymous().get(TOTP).expectProblem(401, "unauthenticated");

        api.post(TOTP + "/remove", Json.object("password", OWNER_PASSWORD, "code", code))
                .expect(204);
        session(login(member.email(), OWNER_PASSWORD, null));
    }

    @Test
    void removingItEndsOtherSessionsAndEveryTenantIsTold() {
        Tenant other = Tenants.starter();
        ProductDatabase.addMember(other.id(), member.email(), "viewer");
        Authenticator device = Authenticator.enrol(member.api(), OWNER_PASSWORD);
        Session elsewhere = session(login(device.next()));

        member.api()
                .post(
                        TOTP + "/remove",
                        Json.object(
                                "password",
                                OWNER_PASSWORD,
                                "code",
                                device.recoveryCodes().get(0)))
                .expect(204);

        member.api().get("/api/me").expect(200);
        elsewhere.api().get("/api/me").expectProblem(401, "unauthenticated");
        for (Api owner : List.of(tenant.owner(), other.owner())) {
            Answer log = owner.get("/api/activity?entity=account").expect(200);
            assertThat(log.each("action")).contains("account.secondFactorEnabled", "account.secondFactorRemoved");
            assertThat(log.body())
                    .doesNotContain(device.recoveryCodes())
                    .doesNotContain(device.now())
                    .doesNotContain(OWNER_PASSWORD);
        }
    }

    @Test
    void anApiKeyNeedsNoSecondFactor() {
        Answer key = Keys.create(tenant.owner(), "precintos:read");
        Authenticator.enrol(tenant.owner(), OWNER_PASSWORD);

        Api program = Keys.signIn(key);

        program.get("/api/precintos").expect(200);
        program.get(TOTP).expectProblem(403, "forbidden");
    }

    private Answer login(String code) {
        return login(member.email(), OWNER_PASSWORD, code);
    }

    private static Answer login(String email, String password, String code) {
        return login(Api.anonymous(), email, password, code);
    }

    private static Answer login(Api api, String email, String password, String code) {
        return api.post("/api/auth/login", Json.object("email", email, "password", password, "code", code));
    }

    private static Session session(Answer answer) {
        return Session.of(answer.expect(200));
    }
}
