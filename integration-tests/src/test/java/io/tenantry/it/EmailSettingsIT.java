package io.tenantry.it;

import static io.tenantry.it.product.Emails.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Emails;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Mailbox;
import io.tenantry.it.product.ReceivedEmail;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In whose name a tenant's e-mail arrives. */
class EmailSettingsIT extends BlackBox {

    private static final String TEST = Emails.TEMPLATES + "/invitation/test";

    private Tenant tenant;
    private Api owner;

    @BeforeEach
    void makesTenant() {
        tenant = Tenants.starter();
        owner = tenant.owner();
    }

    @Test
    void nothingIsSetAtFirstAndThePlatformWrites() {
        Answer settings = owner.get(SETTINGS).expect(200);
        assertThat(settings.json().path("senderName").isNull()).isTrue();

        owner.post(TEST).expect(202);

        ReceivedEmail email = Mailbox.awaitMessageTo(tenant.email());
        assertThat(email.from().getPersonal()).isEqualTo("Tenantry");
        assertThat(email.headers().get("Message-ID")).hasSize(1);
        assertThat(email.headers().get("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void eMailArrivesInTheTenantsName() {
        Emails.replace(owner, SETTINGS, values()).expect(200);

        owner.post(TEST + "?locale=es").expect(202);

        ReceivedEmail email = Mailbox.awaitMessageTo(tenant.email());
        assertThat(email.from().getPersonal()).isEqualTo("Ñandú & Söhne");
        assertThat(email.replyTo()).isEqualTo("help@nandu.example");
        assertThat(email.text()).endsWith("-- \nÑandú\n<b>Calle 1</b>\n");
        assertThat(email.html())
                .contains("Ñandú<br />")
                .contains("&lt;b&gt;Calle 1")
                .doesNotContain("<b>Calle");
        assertThat(email.subject()).contains("le invita");
    }

    @Test
    void anAddressThatIsNotProvenIsNotWrittenFrom() {
        Answer set = Emails.replace(owner, SETTINGS, values()).expect(200);

        assertThat(set.text("senderAddress")).isEqualTo("boss@bank.example");
        assertThat(set.json().path("senderVerified").asBoolean(true)).isFalse();
        owner.post(TEST).expect(202);
        assertThat(Mailbox.awaitMessageTo(tenant.email()).from().getAddress()).doesNotContain("bank.example");
    }

    @Test
    void twoPeopleDoNotOverwriteEachOther() {
        String first = owner.get(SETTINGS).expect(200).etag();
        owner.put(SETTINGS, values()).expectProblem(428, "precondition-required");
        Answer set = owner.with("If-Match", first).put(SETTINGS, values()).expect(200);
        assertThat(set.etag()).isNotEqualTo(first);
        assertThat(owner.get(SETTINGS).expect(200).etag()).isEqualTo(set.etag());

        owner.with("If-Match", first).put(SETTINGS, values()).expectProblem(412, "precondition-failed");
        owner.with("If-Match", set.etag()).put(SETTINGS, Json.object()).expect(200);
        assertThat(owner.get(SETTINGS).expect(200).json().path("footer").isNull())
                .isTrue();
    }

    // attack case 29
    @Test
    void refusesASenderNameThatCouldEndItsHeader() {
        for (String name : new String[] {
            "Acme\r\nBcc: victim@example.com",
            "Acme\nSubject: x",
            "Acme\rX",
            "Acme\u0007",
            "Acme\u0085X",
            "Acme\u2028X",
            " "
        }) {
            Map<String, Object> values = values();
            values.put("senderName", name);
            pointsAt("/senderName", Emails.replace(owner, SETTINGS, values));
        }
    }

    // attack case 29
    @Test
    void refusesAddressesThatAreNotExactlyOne() {
        for (String address : new String[] {
            "a@b.example\r\nBcc: victim@example.com",
            "a@b.example, victim@example.com",
            "Acme <a@b.example>",
            "a@b.example\n",
            "group:a@b.example;",
            "a b@c.example",
            "a@",
            "@b.example",
            "a",
            "a@b@c.example",
            "a@b..example",
            "\"a\r\n b\"@c.example",
            "a@b.example>"
        }) {
            Map<String, Object> values = values();
            values.put("replyTo", address);
            pointsAt("/replyTo", Emails.replace(owner, SETTINGS, values));
        }
        Map<String, Object> values = values();
        values.put("senderAddress", "a@b.example, victim@example.com");
        pointsAt("/senderAddress", Emails.replace(owner, SETTINGS, values));
    }

    @Test
    void aChangeIsInTheActivityLogAndInNoOtherTenant() {
        Emails.replace(owner, SETTINGS, values()).expect(200);

        assertThat(owner.get("/api/activity?action=emailSettings.changed")
                        .expect(200)
                        .body())
                .contains("help@nandu.example");
        assertThat(Tenants.starter().owner().get(SETTINGS).expect(200).body()).doesNotContain("nandu");
    }

    private static void pointsAt(String pointer, Answer answer) {
        answer.expectProblem(400, "validation");
        assertThat(answer.json().path("errors").path(0).path("pointer").asText())
                .isEqualTo(pointer);
    }

    private static Map<String, Object> values() {
        return Json.object(
                "senderName",
                "Ñandú & Söhne",
                "senderAddress",
                "boss@bank.example",
                "replyTo",
                "help@nandu.example",
                "footer",
                "Ñandú\n<b>Calle 1</b>");
    }
}
