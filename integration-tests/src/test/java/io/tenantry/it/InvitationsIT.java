package io.tenantry.it;

import static io.tenantry.it.product.Invitations.INVITATIONS;
import static io.tenantry.it.product.Invitations.accept;
import static io.tenantry.it.product.Invitations.acceptAsNew;
import static io.tenantry.it.product.Invitations.awaitToken;
import static io.tenantry.it.product.Invitations.invite;
import static io.tenantry.it.product.Invitations.newAddress;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Mailbox;
import io.tenantry.it.product.Members;
import io.tenantry.it.product.ProductDatabase;
import io.tenantry.it.product.ReceivedEmail;
import io.tenantry.it.product.Session;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inviting by e-mail: for one address, once, for a while. */
class InvitationsIT extends BlackBox {

    private static Tenant tenant;

    @BeforeAll
    static void makesTenant() {
        tenant = Tenants.professional();
    }

    @Test
    void whoHasNoAccountMakesOne() {
        String email = newAddress();
        Answer invited = invite(tenant.owner(), email, "operator").expect(201);
        assertThat(invited.body()).doesNotContain("secret", "token");
        assertThat(invited.header("Location")).endsWith(INVITATIONS + "/" + invited.id());
        String token = awaitToken(email);

        assertThat(look(token).expect(200).json()).isEqualTo(Json.parse("""
                {"organization":"Tenant %s","newAccount":true}""".formatted(tenant.slug())));
        assertThat(acceptAsNew(token).expect(201).text("role")).isEqualTo("operator");

        Session session = Session.login(email, Tenants.OWNER_PASSWORD);
        assertThat(session.tenant()).isEqualTo(tenant.slug());
        assertThat(tenant.owner().get(INVITATIONS).expect(200).each("id")).doesNotContain(invited.id());
        assertThat(tenant.owner().get("/api/activity?limit=200").expect(200).each("action"))
                .contains("invitation.created", "invitation.accepted", "member.created");
    }

    @Test
    void whoHasAnAccountSignsInToAccept() {
        Tenant other = Tenants.starter();
        invite(tenant.owner(), other.email(), "viewer").expect(201);
        String token = awaitToken(other.email());

        assertThat(look(token).json().path("newAccount").asBoolean()).isFalse();
        accept(Api.anonymous(), token).expectProblem(401, "unauthenticated");
        acceptAsNew(token).expectProblem(401, "unauthenticated");
        accept(other.owner(), token).expect(201);

        assertThat(Session.login(other.email(), Tenants.OWNER_PASSWORD, tenant.slug())
                        .api()
                        .get("/api/me")
                        .expect(200)
                        .text("role"))
                .isEqualTo("viewer");
    }

    /** Revoking makes room for another, so e-mail is counted by itself. */
    @Test
    void invitingTheSameAddressAgainAndAgainEnds() {
        Tenant tenant = Tenants.professional();
        String email = newAddress();
        for (int i = 0; i < 5; i++) {
            String id = invite(tenant.owner(), email, "viewer").expect(201).text("id");
            tenant.owner().delete(INVITATIONS + "/" + id).expect(204);
        }
        invite(tenant.owner(), email, "viewer").expectProblem(429, "rate-limited");
        invite(tenant.owner(), newAddress(), "viewer").expect(201);
    }

    // attack case 24
    @Test
    void refusesWhoIsSignedInWithAnotherAddress() {
        String email = newAddress();
        invite(tenant.owner(), email, "viewer").expect(201);
        String token = awaitToken(email);

        accept(Tenants.starter().owner(), token).expectProblem(403, "forbidden");
        acceptAsNew(token).expect(201);
    }

    // attack case 24
    @Test
    void refusesAnInvitationUsedTwiceAlsoAtOnce() {
        String email = newAddress();
        invite(tenant.owner(), email, "viewer").expect(201);
        String token = awaitToken(email);

        List<Integer> answers = AtOnce.run(4, i -> acceptAsNew(token).status());
        assertThat(answers).containsOnlyOnce(201).allMatch(status -> status == 201 || status >= 400 && status < 500);
        acceptAsNew(token).expectProblem(404, "not-found");
        assertThat(look(token).body()).doesNotContain(tenant.slug());
    }

    // attack case 24
    @Test
    void refusesAnInvitationThatHasExpired() {
        String email = newAddress();
        String id = invite(tenant.owner(), email, "viewer").expect(201).id();
        String token = awaitToken(email);
        ProductDatabase.expireInvitation(id);

        acceptAsNew(token).expectProblem(404, "not-found");
        assertThat(tenant.owner()
                        .get(INVITATIONS + "/" + id)
                        .expect(200)
                        .json()
                        .path("expired")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void anInvitationSentAgainWorksByItsNewLinkOnly() {
        String email = newAddress();
        String id = invite(tenant.owner(), email, "viewer").expect(201).id();
        String before = awaitToken(email);

        tenant.owner().post(INVITATIONS + "/" + id + "/resend").expect(200);
        String after = awaitToken(email);

        acceptAsNew(before).expectProblem(404, "not-found");
        acceptAsNew(after).expect(201);
    }

    @Test
    void aRevokedInvitationIsGone() {
        String email = newAddress();
        String id = invite(tenant.owner(), email, "viewer").expect(201).id();
        String token = awaitToken(email);

        tenant.owner().delete(INVITATIONS + "/" + id).expect(204);

        acceptAsNew(token).expectProblem(404, "not-found");
        tenant.owner().get(INVITATIONS + "/" + id).expectProblem(404, "not-found");
    }

    // attack case 24
    @ParameterizedTest
    @ValueSource(
            strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesAForgedInvitation(String token) {
        look(token).expectProblem(404, "not-found");
        acceptAsNew(token).expectProblem(404, "not-found");
    }

    // attack case 24
    @Test
    void refusesTheSecretOfOneInvitationForAnother() {
        String mine = newAddress();
        String theirs = newAddress();
        invite(tenant.owner(), mine, "viewer").expect(201);
        invite(Tenants.starter().owner(), theirs, "admin").expect(201);
        String forged =
                awaitToken(theirs).split("\\.")[0] + "." + awaitToken(mine).split("\\.")[1];

        acceptAsNew(forged).expectProblem(404, "not-found");
    }

    @Test
    void nobodyOffersMoreThanTheyHave() {
        Api admin = Members.add(tenant, "admin").api();
        invite(admin, newAddress(), "owner").expectProblem(403, "forbidden");
        invite(admin, newAddress(), "admin").expect(201);
        Api viewer = Members.add(tenant, "viewer").api();
        invite(viewer, newAddress(), "viewer").expectProblem(403, "forbidden");
        invite(tenant.owner(), newAddress(), "emperor").expectProblem(400, "validation");
    }

    @Test
    void whoIsInvitedOrAMemberIsNotInvitedAgain() {
        String email = newAddress();
        invite(tenant.owner(), email, "viewer").expect(201);
        invite(tenant.owner(), email.toUpperCase(), "admin").expectProblem(409, "conflict");
        invite(tenant.owner(), tenant.email(), "admin").expectProblem(409, "conflict");
    }

    @Test
    void aNewAccountNeedsNameAndPassword() {
        String email = newAddress();
        invite(tenant.owner(), email, "viewer").expect(201);
        String token = awaitToken(email);

        accept(Api.anonymous(), token).expectProblem(400, "validation");
        acceptAsNew(token).expect(201);
    }

    @Test
    void theLimitOfUsersHoldsWhenAccepting() {
        Tenant small = Tenants.starter();
        Members.add(small, "viewer");
        Members.add(small, "viewer");
        Members.add(small, "viewer");
        List<String> tokens = List.of(newAddress(), newAddress()).stream()
                .map(email -> {
                    invite(small.owner(), email, "viewer").expect(201);
                    return awaitToken(email);
                })
                .toList();

        assertThat(AtOnce.run(2, i -> acceptAsNew(tokens.get(i)).status())).containsExactlyInAnyOrder(201, 402);
    }

    @Test
    void aSuspendedTenantTakesNobodyIn() {
        Tenant suspended = Tenants.starter();
        String email = newAddress();
        invite(suspended.owner(), email, "viewer").expect(201);
        String token = awaitToken(email);
        ProductDatabase.suspend(suspended.id());

        acceptAsNew(token).expectProblem(403, "tenant-suspended");
    }

    @Test
    void theEmailSpeaksTheLanguageThatWasChosen() {
        String email = newAddress();
        tenant.owner()
                .post(INVITATIONS, Json.object("email", email, "role", "viewer", "language", "es"))
                .expect(201);
        ReceivedEmail received = Mailbox.awaitMessageTo(email);
        assertThat(received.text()).contains("observador", tenant.email());
        assertThat(received.link().getHost()).isEqualTo("localhost");
    }

    private static Answer look(String token) {
        return Api.anonymous().post(INVITATIONS + "/look", Json.object("token", token));
    }
}
