package io.tenantry.it;

import static io.tenantry.it.product.Receiver.status;
import static io.tenantry.it.product.Webhooks.DELIVERIES;
import static io.tenantry.it.product.Webhooks.WEBHOOKS;
import static io.tenantry.it.product.Webhooks.at;
import static io.tenantry.it.product.Webhooks.create;
import static io.tenantry.it.product.Webhooks.deliveries;
import static io.tenantry.it.product.Webhooks.is;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Mailbox;
import io.tenantry.it.product.Plans;
import io.tenantry.it.product.ProductDatabase;
import io.tenantry.it.product.Receiver;
import io.tenantry.it.product.Receiver.Message;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import io.tenantry.it.product.Usages;
import io.tenantry.it.product.Webhooks;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens in a tenant reaches the receivers that it has registered, however they behave, and nobody else. */
class WebhooksIT extends BlackBox {

    private static final String CREATED = "precinto.created";

    private Tenant tenant;
    private Api owner;
    private Receiver receiver;

    @BeforeEach
    void makesTenantAndReceiver() {
        tenant = Tenants.enterprise();
        owner = tenant.owner();
        receiver = Receiver.that(status(200, "X-Answered", "yes"));
    }

    @AfterEach
    void closesReceiver() {
        receiver.close();
    }

    @Test
    void tellsWhatHappensAndSignsIt() {
        Answer webhook = create(owner, receiver.url(), CREATED);
        String seal = Domain.createPrecinto(owner);

        Message message = receiver.await(1).get(0);

        assertThat(message.header("webhook-signature")).isEqualTo(Webhooks.signature(message, webhook.text("secret")));
        assertThat(Instant.ofEpochSecond(Long.parseLong(message.header("webhook-timestamp"))))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        assertThat(message.header("User-Agent")).isEqualTo("Tenantry-Webhooks/1");
        assertThat(message.header("Content-Type")).isEqualTo("application/json");
        assertThat(message.json().path("type").asText()).isEqualTo(CREATED);
        assertThat(message.json().path("number").asInt()).isPositive();
        assertThat(message.json().path("data").path("id").asText()).isEqualTo(seal);
        assertThat(Instant.parse(message.json().path("timestamp").asText())).isNotNull();

        JsonNode delivery = Webhooks.await(owner, webhook, 1, is("delivered")).get(0);
        assertThat(delivery.path("eventId").asText()).isEqualTo(message.header("webhook-id"));
        JsonNode detail = owner.get(DELIVERIES + "/" + delivery.path("id").asText())
                .expect(200)
                .json();
        assertThat(detail.path("payload")).isEqualTo(message.json());
        JsonNode attempt = detail.path("attempts").path(0);
        assertThat(attempt.path("request")
                        .path("headers")
                        .path("webhook-signature")
                        .asText())
                .isEqualTo(message.header("webhook-signature"));
        assertThat(attempt.path("response").path("status").asInt()).isEqualTo(200);
        assertThat(attempt.path("response").path("headers").path("x-answered").asText())
                .isEqualTo("yes");
        assertThat(attempt.path("response").path("body").asText()).isEqualTo("ok");
        assertThat(attempt.path("error").isNull()).isTrue();
        assertThat(Usages.of(owner, "webhooks").path("used").asInt()).isEqualTo(1);
    }

    @Test
    void tellsOfChangesWhatWasBefore() {
        create(owner, receiver.url(), "*");
        String seal = Domain.createPrecinto(owner);
        owner.patch(Domain.PRECINTOS + "/" + seal, Json.object("status", "retired"))
                .expect(200);

        // of itself, of the seal, and of its change
        List<Message> messages = receiver.await(3);

        assertThat(messages)
                .extracting(message -> message.json().path("type").asText())
                .containsExactlyInAnyOrder("webhook.created", CREATED, "precinto.changed");
        JsonNode change = messages.stream()
                .map(Message::json)
                .filter(json -> json.path("type").asText().equals("precinto.changed"))
                .findFirst()
                .orElseThrow();
        assertThat(change.path("data").path("status").asText()).isEqualTo("retired");
        assertThat(change.path("previous").has("status")).isTrue();
        assertThat(messages)
                .extracting(message -> message.json().path("number").asInt())
                .doesNotHaveDuplicates();
    }

    @Test
    void showsASecretOnce() {
        Answer webhook = create(owner, receiver.url(), CREATED);
        Answer rotated = owner.post(at(webhook) + "/rotate-secret", Json.object("overlapHours", 1))
                .expect(200);

        assertThat(webhook.text("secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(rotated.text("secret")).isNotEqualTo(webhook.text("secret"));
        for (String path : List.of(WEBHOOKS, at(webhook), "/api/activity?limit=200")) {
            String body = owner.get(path).expect(200).body();
            assertThat(body)
                    .doesNotContain(
                            webhook.text("secret").substring(6),
                            rotated.text("secret").substring(6));
            assertThat(body).doesNotContain("whsec_");
        }
        assertThat(owner.get("/api/activity?limit=200").expect(200).body())
                .contains("webhook.created", "webhook.secretRotated")
                .doesNotContain("token=abc");
    }

    @Test
    void whileASecretIsRotatedBothSign() {
        Answer webhook = create(owner, receiver.url(), CREATED);
        Answer second =
                owner.post(at(webhook) + "/rotate-secret", Json.object()).expect(200);
        assertThat(Instant.parse(second.text("previousSecretUntil")))
                .isBetween(Instant.now().plusSeconds(23 * 3600), Instant.now().plusSeconds(25 * 3600));
        owner.post(at(webhook) + "/test").expect(202);
        Message both = receiver.await(1).get(0);
        assertThat(both.header("webhook-signature"))
                .isEqualTo(Webhooks.signature(both, second.text("secret")) + " "
                        + Webhooks.signature(both, webhook.text("secret")));

        Answer third = owner.post(at(webhook) + "/rotate-secret", Json.object("overlapHours", 0))
                .expect(200);
        owner.post(at(webhook) + "/test").expect(202);
        Message one = receiver.await(2).get(1);
        assertThat(one.header("webhook-signature")).isEqualTo(Webhooks.signature(one, third.text("secret")));
    }

    @Test
    void aTestGoesToItsEndpointAloneAndCountsNot() {
        try (Receiver other = Receiver.that(status(200))) {
            create(owner, other.url(), CREATED);
            Answer webhook = create(owner, receiver.url(), CREATED);

            Answer delivery = owner.post(at(webhook) + "/test").expect(202);

            Message message = receiver.await(1).get(0);
            assertThat(message.json().path("type").asText()).isEqualTo("webhook.test");
            assertThat(message.header("webhook-id")).isEqualTo(delivery.text("eventId"));
            Webhooks.await(owner, webhook, 1, is("delivered"));
            assertThat(other.messages()).isEmpty();
            assertThat(Usages.of(owner, "webhooks").path("used").asInt()).isZero();
        }
    }

    @Test
    void nothingIsLostThoughAReceiverFailsAndBreaksOff() {
        receiver.reacts(Receiver.halfAnAnswer(), status(500), status(200));
        Answer webhook = create(owner, receiver.url(), CREATED);
        Domain.createPrecinto(owner);

        List<Message> messages = receiver.await(3);

        Webhooks.await(owner, webhook, 1, is("delivered"));
        assertThat(messages)
                .extracting(message -> message.header("webhook-id"))
                .containsOnly(messages.get(0).header("webhook-id"));
        assertThat(messages)
                .extracting(Message::body)
                .containsOnly(messages.get(0).body());
        assertThat(detail(webhook).path("attempts").findValuesAsText("error"))
                .containsExactly("connection", "status-500", "null");
        assertThat(Usages.of(owner, "webhooks").path("used").asInt()).isEqualTo(1);
    }

    @Test
    void whatWasGivenUpCanBeSentOnceMore() {
        receiver.reacts(status(500));
        Answer webhook = create(owner, receiver.url(), CREATED);
        Domain.createPrecinto(owner);
        JsonNode dead = Webhooks.await(owner, webhook, 1, is("dead")).get(0);
        assertThat(dead.path("attempts").asInt()).isEqualTo(3);
        assertThat(dead.path("error").asText()).isEqualTo("status-500");
        assertThat(owner.get(at(webhook))
                        .expect(200)
                        .json()
                        .path("failingSince")
                        .isNull())
                .isFalse();
        receiver.reacts(status(200));

        owner.post(DELIVERIES + "/" + dead.path("id").asText() + "/redeliver").expect(202);

        List<Message> messages = receiver.await(4);
        Webhooks.await(owner, webhook, 1, is("delivered"));
        assertThat(messages)
                .extracting(message -> message.header("webhook-id"))
                .containsOnly(messages.get(0).header("webhook-id"));
        assertThat(owner.get(at(webhook))
                        .expect(200)
                        .json()
                        .path("failingSince")
                        .isNull())
                .isTrue();
        assertThat(owner.get(at(webhook) + "/deliveries?state=delivered&type=" + CREATED)
                        .expect(200)
                        .items())
                .hasSize(1);
        assertThat(owner.get(at(webhook) + "/deliveries?state=dead").expect(200).items())
                .isEmpty();
    }

    // attack case: redirects to addresses inside (SSRF)
    @Test
    void followsNoRedirect() {
        try (Receiver inside = Receiver.inside()) {
            receiver.reacts(
                    status(302, "Location", inside.url()),
                    status(307, "Location", "http://169.254.169.254/latest/meta-data/"),
                    status(308, "Location", receiver.url()));
            Answer webhook = create(owner, receiver.url(), CREATED);
            Domain.createPrecinto(owner);

            Webhooks.await(owner, webhook, 1, is("dead"));

            assertThat(detail(webhook).path("attempts").findValuesAsText("error"))
                    .containsExactly("status-302", "status-307", "status-308");
            assertThat(inside.messages()).isEmpty();
            assertThat(receiver.messages()).hasSize(3);
        }
    }

    // attack case: requests to addresses inside (SSRF)
    @Test
    void refusesAddressesInside() {
        Answer webhook = create(owner, receiver.url(), CREATED);
        Stream.of(
                        "http://127.0.0.1/",
                        "https://localhost/",
                        "https://[::1]/",
                        "https://[::ffff:127.0.0.1]/",
                        "https://[::ffff:169.254.169.254]/",
                        "https://[64:ff9b::a9fe:a9fe]/",
                        "https://2130706433/",
                        "https://0x7f000001/",
                        "https://0177.0.0.1/",
                        "https://127.1/",
                        "https://0.0.0.0/",
                        "https://10.0.0.1/",
                        "https://172.16.0.1/",
                        "https://192.168.0.1/",
                        "https://100.64.0.1/",
                        "https://169.254.169.254/latest/meta-data/",
                        "https://[fd00::1]/",
                        "https://[fe80::1]/",
                        "https://224.0.0.1/",
                        "https://255.255.255.255/",
                        "https://user:password@8.8.8.8/",
                        "https://8.8.8.8/#a",
                        "ftp://8.8.8.8/",
                        "file:///etc/passwd",
                        "nowhere")
                .forEach(url -> {
                    refused("/url", owner.post(WEBHOOKS, Webhooks.values(url, CREATED)));
                    refused("/url", owner.patch(at(webhook), Json.object("url", url)));
                });
    }

    // attack case: an address that was public when it was registered (DNS rebinding)
    @Test
    void looksAtTheAddressAgainWheneverItSends() {
        try (Receiver inside = Receiver.inside()) {
            Answer webhook = create(owner, receiver.url(), CREATED);
            ProductDatabase.tamper(
                    "update webhook_endpoint set url = ? where id = ?::uuid", inside.url(), webhook.id());

            owner.post(at(webhook) + "/test").expect(202);

            JsonNode dead = Webhooks.await(owner, webhook, 1, is("dead")).get(0);
            assertThat(dead.path("error").asText()).isEqualTo("address-refused");
            assertThat(inside.messages()).isEmpty();
        }
    }

    @Test
    void aReceiverThatHangsDelaysNobodyElse() {
        receiver.reacts(Receiver.silence());
        try (Receiver quick = Receiver.that(status(200))) {
            create(owner, receiver.url(), CREATED);
            Answer other = create(owner, quick.url(), CREATED);
            for (int i = 0; i < 8; i++) {
                Domain.createPrecinto(owner);
            }

            Webhooks.await(owner, other, 8, is("delivered"));

            assertThat(quick.messages()).hasSize(8);
            assertThat(receiver.messages()).hasSizeLessThanOrEqualTo(4);
        }
    }

    @Test
    void whoIsGoneIsSentNoMore() {
        receiver.reacts(status(410));
        Answer webhook = create(owner, receiver.url(), CREATED);
        owner.post(at(webhook) + "/test").expect(202);
        Webhooks.await(owner, webhook, 1, is("dead"));

        assertThat(owner.get(at(webhook)).expect(200).text("status")).isEqualTo("disabled");
        Domain.createPrecinto(owner);
        assertThat(deliveries(owner, webhook)).hasSize(1);
        owner.post(at(webhook) + "/test").expectProblem(409, "conflict");
        owner.post(DELIVERIES + "/"
                        + deliveries(owner, webhook).get(0).path("id").asText() + "/redeliver")
                .expectProblem(409, "conflict");
    }

    @Test
    void whatFailsForDaysIsSwitchedOffAndTheOwnersAreTold() {
        receiver.reacts(status(500));
        Answer webhook = create(owner, receiver.url(), CREATED);
        ProductDatabase.tamper(
                "update webhook_endpoint set failing_since = now() - interval '6 days' where id = ?::uuid",
                webhook.id());
        Domain.createPrecinto(owner);
        Webhooks.await(owner, webhook, 1, is("dead"));

        Answer failed = owner.get(at(webhook)).expect(200);
        assertThat(failed.text("status")).isEqualTo("failed");
        assertThat(failed.etag()).isNotEqualTo(webhook.etag());
        assertThat(Mailbox.awaitMessageTo(tenant.email()).subject()).contains("127.0.0.77");
        assertThat(owner.get("/api/activity?action=webhook.failed").expect(200).items())
                .hasSize(1);

        receiver.reacts(status(200));
        Answer again = owner.patch(at(webhook), Json.object("enabled", true)).expect(200);
        assertThat(again.text("status")).isEqualTo("enabled");
        assertThat(again.json().path("failingSince").isNull()).isTrue();
        owner.post(DELIVERIES + "/"
                        + deliveries(owner, webhook).get(0).path("id").asText() + "/redeliver")
                .expect(202);
        Webhooks.await(owner, webhook, 1, is("delivered"));
    }

    @Test
    void whatIsSwitchedOffIsToldNothing() {
        Answer webhook = create(owner, receiver.url(), CREATED);
        owner.patch(at(webhook), Json.object("enabled", false)).expect(200);
        Domain.createPrecinto(owner);
        assertThat(deliveries(owner, webhook)).isEmpty();

        owner.patch(at(webhook), Json.object("enabled", true, "eventTypes", List.of("precinto.deleted")))
                .expect(200);
        Domain.createPrecinto(owner);
        assertThat(deliveries(owner, webhook)).isEmpty();

        owner.delete(at(webhook)).expect(204);
        owner.get(at(webhook)).expectProblem(404, "not-found");
    }

    @Test
    void aStaleChangeIsRefused() {
        Answer webhook = create(owner, receiver.url(), CREATED);
        Answer changed = owner.with("If-Match", webhook.etag())
                .patch(at(webhook), Json.object("eventTypes", List.of("*")))
                .expect(200);
        assertThat(changed.etag()).isNotEqualTo(webhook.etag());
        Api stale = owner.with("If-Match", webhook.etag());

        stale.patch(at(webhook), Json.object("description", "x")).expectProblem(412, "precondition-failed");
        stale.delete(at(webhook)).expectProblem(412, "precondition-failed");
        stale.post(at(webhook) + "/rotate-secret", Json.object()).expectProblem(412, "precondition-failed");
        assertThat(owner.get(at(webhook)).expect(200).json()).isEqualTo(changed.json());
    }

    @Test
    void badValuesAreRefusedWhereTheyAre() {
        refused("/eventTypes/1", owner.post(WEBHOOKS, Webhooks.values(receiver.url(), CREATED, "no.such")));
        refused("/eventTypes/0", owner.post(WEBHOOKS, Webhooks.values(receiver.url(), "webhook.test")));
        refused("/eventTypes", owner.post(WEBHOOKS, Webhooks.values(receiver.url())));
        refused("/eventTypes", owner.post(WEBHOOKS, Json.object("url", receiver.url())));
        refused("/url", owner.post(WEBHOOKS, Json.object("eventTypes", List.of("*"))));
        Answer webhook = create(owner, receiver.url(), "*", CREATED);
        assertThat(webhook.json().path("eventTypes")).hasSize(1);
        owner.post(at(webhook) + "/rotate-secret", Json.object("overlapHours", 169))
                .expectProblem(400, "validation");
        owner.get(at(webhook) + "/deliveries?state=lost").expectProblem(400, "validation");
    }

    @Test
    void thereAreOnlySoMany() {
        for (int i = 0; i < 20; i++) {
            create(owner, receiver.url(), CREATED);
        }
        owner.post(WEBHOOKS, Webhooks.values(receiver.url(), CREATED)).expectProblem(409, "conflict");
        assertThat(owner.get(WEBHOOKS).expect(200).items()).hasSize(20);
    }

    @Test
    void namesWhatThereIsToBeToldOf() {
        Answer types = owner.with("Accept-Language", "es")
                .get(WEBHOOKS + "/event-types")
                .expect(200);
        assertThat(types.each("code")).contains("precinto.created", "alerta.created", "webhook.failed");
        JsonNode one = types.items()
                .filter(type -> type.path("code").asText().equals("webhook.created"))
                .findFirst()
                .orElseThrow();
        assertThat(one.path("label").asText()).isEqualTo("Webhook registrado");
        assertThat(one.path("module").asText()).isEqualTo("tenant");
        Set<String> codes = new HashSet<>(types.each("code"));
        assertThat(codes).hasSameSizeAs(types.each("code"));
    }

    @Test
    void beyondTheLimitWaitsForBetterTimes() {
        Tenants.platform()
                .put(
                        Plans.overridesOf(tenant.id()) + "/limits/webhooks",
                        Json.object("included", 1, "hardLimit", 1, "reason", "Because"))
                .expect(200);
        Answer webhook = create(owner, receiver.url(), CREATED);
        Domain.createPrecinto(owner);
        Webhooks.await(owner, webhook, 1, is("delivered"));
        Domain.createPrecinto(owner);

        JsonNode refused = Webhooks.await(
                        owner, webhook, 2, delivery -> !is("waiting").test(delivery))
                .get(0);

        assertThat(refused.path("state").asText()).isEqualTo("dead");
        assertThat(refused.path("error").asText()).isEqualTo("limit-exceeded");
        assertThat(refused.path("attempts").asInt()).isZero();
        assertThat(receiver.messages()).hasSize(1);
    }

    @Test
    void needsTheFeature() {
        Answer webhook = create(owner, receiver.url(), CREATED);
        ProductDatabase.moveToPlanWithoutFeatures(tenant.id());

        owner.post(WEBHOOKS, Webhooks.values(receiver.url(), CREATED)).expectProblem(403, "feature-not-in-plan");
        owner.post(at(webhook) + "/test").expectProblem(403, "feature-not-in-plan");
        Domain.createPrecinto(owner);
        JsonNode dead = Webhooks.await(owner, webhook, 1, is("dead")).get(0);
        assertThat(dead.path("error").asText()).isEqualTo("feature-not-in-plan");
        owner.get(at(webhook)).expect(200);
        owner.delete(at(webhook)).expect(204);
    }

    private JsonNode detail(Answer webhook) {
        String id = deliveries(owner, webhook).get(0).path("id").asText();
        return owner.get(DELIVERIES + "/" + id).expect(200).json();
    }

    private static void refused(String pointer, Answer answer) {
        answer.expectProblem(400, "validation");
        assertThat(answer.json().path("errors").path(0).path("pointer").asText())
                .as("%s", answer)
                .isEqualTo(pointer);
    }
}
