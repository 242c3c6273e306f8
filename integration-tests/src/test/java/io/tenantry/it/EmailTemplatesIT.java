package io.tenantry.it;

import static io.tenantry.it.product.Emails.TEMPLATES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Emails;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Mailbox;
import io.tenantry.it.product.ReceivedEmail;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The texts of a tenant's e-mail: its own or the product's. */
class EmailTemplatesIT extends BlackBox {

    private static final String INVITATION = TEMPLATES + "/invitation";

    private Tenant tenant;
    private Api owner;

    @BeforeEach
    void makesTenant() {
        tenant = Tenants.professional();
        owner = tenant.owner();
    }

    @Test
    void everyKeyHasTextsInBothLanguages() {
        Answer all = owner.get(TEMPLATES).expect(200);

        assertThat(all.items()
                        .map(item -> item.path("key").asText() + " "
                                + item.path("locale").asText()))
                .hasSize(18)
                .contains("emailProof en", "emailProof es", "tenantSuspended es", "limitWarning en");
        assertThat(all.items()).allSatisfy(item -> {
            assertThat(item.path("isDefault").asBoolean()).isTrue();
            assertThat(item.path("subject").asText()).isNotBlank();
        });
    }

    @Test
    void everyDefaultCanBeShown() {
        List<JsonNode> all = owner.get(TEMPLATES).expect(200).items().toList();
        for (JsonNode item : all) {
            String path = TEMPLATES + "/" + item.path("key").asText() + "/preview?locale="
                    + item.path("locale").asText();
            Answer shown = owner.post(path).expect(200);
            assertThat(shown.body()).doesNotContain("{{").doesNotContain("}}");
            assertThat(shown.text("html")).contains("<a href=\"https://example.com/path?token&#61;sample\"");
        }
    }

    @Test
    void aTenantsOwnTextsAreSent() {
        Emails.replace(
                        owner,
                        INVITATION,
                        Emails.template(
                                "{{inviter}} → {{organization}}",
                                "Hola {{role}}: {{link}}",
                                "<p onclick=\"\">x</p>".replace(" onclick=\"\"", "") + "<b>{{role}}</b>"))
                .expect(200);

        owner.post(INVITATION + "/test").expect(202);

        ReceivedEmail email = Mailbox.awaitMessageTo(tenant.email());
        assertThat(email.subject()).isEqualTo("Ana García → Tenant " + tenant.slug());
        assertThat(email.text()).startsWith("Hola viewer: https://");
        assertThat(email.html()).contains("<b>viewer</b>");
        assertThat(email.linkParameter("token")).isEqualTo("sample");
    }

    @Test
    void everyChangeIsAVersionToGoBackTo() {
        Answer one = put("One", "1").expect(200);
        put("Two", "2").expect(200);
        assertThat(owner.get(INVITATION).expect(200).text("subject")).isEqualTo("Two");
        assertThat(owner.get(INVITATION + "?locale=es").expect(200).text("subject"))
                .doesNotContain("Two");

        Answer versions = owner.get(INVITATION + "/versions").expect(200);
        assertThat(versions.each("no")).containsExactly("2", "1");
        assertThat(versions.each("createdBy")).containsOnly(tenant.email());
        owner.get(INVITATION + "/versions/9").expectProblem(404, "not-found");
        String path = INVITATION + "/versions/1";
        assertThat(owner.get(path).expect(200).text("subject")).isEqualTo("One");
        owner.post(path + "/restore").expectProblem(428, "precondition-required");
        owner.with("If-Match", one.etag()).post(path + "/restore").expectProblem(412, "precondition-failed");
        Answer restored = current().post(path + "/restore").expect(200);
        assertThat(restored.text("subject")).isEqualTo("One");

        current().delete(INVITATION).expect(204);
        Answer reset = owner.get(INVITATION).expect(200);
        assertThat(reset.json().path("isDefault").asBoolean()).isTrue();
        assertThat(reset.text("subject")).contains("{{organization}}");
        assertThat(reset.json().path("no").asInt()).isEqualTo(4);
    }

    @Test
    void twoPeopleDoNotOverwriteEachOther() {
        owner.put(INVITATION, Emails.template("a", "b", "c")).expectProblem(428, "precondition-required");
        owner.delete(INVITATION).expectProblem(428, "precondition-required");
        String first = owner.get(INVITATION).expect(200).etag();
        owner.with("If-Match", first)
                .put(INVITATION, Emails.template("a", "b", "c"))
                .expect(200);
        owner.with("If-Match", first)
                .put(INVITATION, Emails.template("x", "y", "z"))
                .expectProblem(412, "precondition-failed");
    }

    @Test
    void anUnknownKeyOrLanguageIsRefused() {
        owner.get(TEMPLATES + "/newsletter").expectProblem(404, "not-found");
        owner.get(INVITATION + "?locale=fr").expectProblem(400, "validation");
    }

    @Test
    void aDraftIsShownAndNotStored() {
        Answer shown = owner.post(
                        INVITATION + "/preview", Json.object("subject", "{{brand}}", "html", "<i>{{inviter}}</i>"))
                .expect(200);

        // the plan has whiteLabel: the tenant's own name
        assertThat(shown.text("subject")).isEqualTo("Tenant " + tenant.slug());
        assertThat(shown.text("html")).isEqualTo("<i>Ana García</i>");
        assertThat(owner.get(INVITATION).expect(200).json().path("isDefault").asBoolean())
                .isTrue();
        Api plain = Tenants.starter().owner();
        assertThat(plain.post(INVITATION + "/preview", Json.object("subject", "{{brand}}"))
                        .expect(200)
                        .text("subject"))
                .isEqualTo("Tenantry");
    }

    // attack case 29
    @Test
    void refusesVariablesThatAreNotOfTheTemplate() {
        for (String attack : new String[] {
            "{{secret}}",
            "{{link.class}}",
            "{{link.getClass.getName}}",
            "{{#link}}{{class}}{{/link}}",
            "{{.}}",
            "{{#link}}{{.}}{{/link}}",
            "{{this}}",
            "{{> invitation_en}}",
            "{{<invitation_en}}{{/invitation_en}}",
            "{{$x}}{{secret}}{{/x}}",
            "{{{password}}}",
            "{{&tenantId}}",
            "{{=<% %>=}}<% secret %>",
            "{{^secret}}x{{/secret}}",
            "{{-index}}",
            "{{link",
            "{{#link}}",
            "{{/link}}"
        }) {
            Answer answer = Emails.replace(owner, INVITATION, Emails.template(attack, attack, attack));
            pointsAt(List.of("/subject", "/text", "/html"), answer);
        }
    }

    // attack case 29
    @Test
    void doesNotComputeWhatLooksLikeAnotherLanguage() {
        String text = "${7*7} #{7*7} <%= 7*7 %> {7*7} [[${7*7}]] @{7*7} %{7*7} ${jndi:ldap://x} {{! 7*7 }}";
        Answer shown = owner.post(
                        INVITATION + "/preview", Json.object("subject", "${7*7}#{7*7}", "text", text, "html", "${7*7}"))
                .expect(200);

        assertThat(shown.text("subject")).isEqualTo("${7*7}#{7*7}");
        assertThat(shown.text("text")).startsWith("${7*7} #{7*7} <%= 7*7 %>").contains("${jndi:ldap://x}");
        assertThat(shown.body()).doesNotContain("49");
    }

    // attack case 29
    @Test
    void refusesHtmlThatDoesMoreThanShow() {
        for (String html : new String[] {
            "<script>alert(1)</script>",
            "<p onclick=\"x()\">a</p>",
            "<a href=\"javascript:alert(1)\">a</a>",
            "<a href=\"data:text/html,x\">a</a>",
            "<form action=\"https://evil.example\"><input name=\"p\"></form>",
            "<img src=\"https://evil.example/pixel.gif\">",
            "<iframe src=\"https://evil.example\"></iframe>",
            "<style>@import 'https://evil.example'</style>",
            "<link rel=\"stylesheet\" href=\"https://evil.example\">",
            "<meta http-equiv=\"refresh\" content=\"0;url=https://evil.example\">",
            "<base href=\"https://evil.example\">",
            "<object data=\"x\"></object>",
            "<svg onload=\"x()\"></svg>",
            "<p>{{^inviter}}<script>x()</script>{{/inviter}}</p>",
            "<p>{{#inviter}}<script>x()</script>{{/inviter}}</p>",
            "{{#inviter}}<scr{{/inviter}}{{#inviter}}ipt>x()</script>{{/inviter}}"
        }) {
            pointsAt(List.of("/html"), Emails.replace(owner, INVITATION, Emails.template("a", "b", html)));
            owner.post(INVITATION + "/preview", Json.object("html", html)).expectProblem(400, "validation");
        }
    }

    // attack case 29
    @Test
    void refusesASubjectThatCouldEndItsHeader() {
        for (String subject :
                new String[] {"Hi\r\nBcc: victim@example.com", "Hi\nX: y", "Hi\rX", "Hi\u0000", "Hi\u2028X"}) {
            pointsAt(List.of("/subject"), Emails.replace(owner, INVITATION, Emails.template(subject, "b", "c")));
        }
    }

    // attack case 29
    @Test
    void valuesAreShownAndNeverObeyed() {
        Tenant hostile = Tenants.named("<script>alert(1)</script> {{link}} & \"Sons\"");
        Answer shown = hostile.owner()
                .post(
                        INVITATION + "/preview",
                        Json.object(
                                "subject", "{{organization}}",
                                "text", "{{organization}}",
                                "html", "<p>{{organization}} {{{organization}}} {{&organization}}</p>"))
                .expect(200);

        assertThat(shown.text("text")).isEqualTo("<script>alert(1)</script> {{link}} & \"Sons\"");
        assertThat(shown.text("html")).doesNotContain("<script").contains("&lt;script&gt;");
        assertThat(shown.body()).doesNotContain("https://example.com/path");
    }

    @Test
    void whatOneTenantWritesIsNoOthers() {
        put("Only ours", "x").expect(200);
        Api other = Tenants.professional().owner();

        assertThat(other.get(INVITATION).expect(200).text("subject")).isNotEqualTo("Only ours");
        assertThat(other.get(INVITATION + "/versions").expect(200).items()).isEmpty();
        other.get(INVITATION + "/versions/1").expectProblem(404, "not-found");
        other.with("If-Match", "\"0\"").post(INVITATION + "/versions/1/restore").expectProblem(404, "not-found");
    }

    @Test
    void aChangeIsInTheActivityLog() {
        put("Logged subject", "x").expect(200);

        assertThat(owner.get("/api/activity?action=emailTemplate.changed")
                        .expect(200)
                        .body())
                .contains("Logged subject");
    }

    private static void pointsAt(List<String> pointers, Answer answer) {
        answer.expectProblem(400, "validation");
        assertThat(answer.json().path("errors"))
                .extracting(error -> error.path("pointer").asText())
                .containsExactlyElementsOf(pointers);
    }

    private Answer put(String subject, String text) {
        return Emails.replace(owner, INVITATION, Emails.template(subject, text, "<p>" + text + "</p>"));
    }

    private Api current() {
        return owner.with("If-Match", owner.get(INVITATION).expect(200).etag());
    }
}
