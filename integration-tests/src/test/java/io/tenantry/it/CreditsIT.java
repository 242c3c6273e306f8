package io.tenantry.it;

import static io.tenantry.it.product.Billing.ADMIN_CREDITS;
import static io.tenantry.it.product.Billing.CREDITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Billing;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Credit: the platform gives it, the tenant sees it. */
class CreditsIT extends BlackBox {

    private final Api platform = Tenants.platform();
    private Tenant tenant;

    @BeforeEach
    void makesTenant() {
        tenant = Tenants.professional();
    }

    @Test
    void whatIsGrantedAndRevokedIsInTheLedger() {
        Answer first = platform.post(ADMIN_CREDITS, Billing.credit(tenant.slug(), "20.00", "USD"))
                .expect(201);
        Map<String, Object> expiring = Billing.credit(tenant.id(), "5.00", "USD");
        expiring.put("expiresOn", Billing.today().plusDays(400).toString());
        Answer second = platform.post(ADMIN_CREDITS, expiring).expect(201);
        assertThat(platform.get(first.header("Location").replaceFirst(".*(?=/api/)", ""))
                        .expect(200)
                        .json())
                .isEqualTo(first.json());

        Answer seen = tenant.owner().get(CREDITS).expect(200);

        assertThat(balance(seen)).isEqualTo("25.00");
        assertThat(seen.json().path("grants").findValuesAsText("id")).containsExactly(second.id(), first.id());
        assertThat(seen.each("kind")).containsExactly("granted", "granted");
        platform.post(ADMIN_CREDITS + "/" + first.id() + "/revoke", Json.object("tenant", tenant.id()))
                .expect(200);
        Answer after = tenant.owner().get(CREDITS).expect(200);
        assertThat(balance(after)).isEqualTo("5.00");
        assertThat(after.each("kind")).containsExactly("revoked", "granted", "granted");
        assertThat(after.items()
                        .findFirst()
                        .orElseThrow()
                        .path("amount")
                        .path("amount")
                        .asText())
                .isEqualTo("-20.00");
        assertThat(platform.get(ADMIN_CREDITS + "?of=" + tenant.slug())
                        .expect(200)
                        .json())
                .isEqualTo(after.json());
        assertThat(tenant.owner().get("/api/activity").expect(200).each("action"))
                .contains("credit.created", "credit.revoked");
    }

    @Test
    void theLedgerIsPaged() {
        for (int i = 0; i < 3; i++) {
            platform.post(ADMIN_CREDITS, Billing.credit(tenant.slug(), "1.00", "USD"))
                    .expect(201);
        }
        Answer first = tenant.owner().get(CREDITS + "?limit=2").expect(200);
        Answer rest = tenant.owner()
                .get(CREDITS + "?limit=2&cursor=" + first.text("nextCursor"))
                .expect(200);

        assertThat(first.each("id")).hasSize(2).doesNotContainAnyElementsOf(rest.each("id"));
        assertThat(rest.each("id")).hasSize(1);
        assertThat(rest.json().path("nextCursor").isNull()).isTrue();
    }

    @Test
    void theSameKeyAtOnceGivesCreditOnce() {
        Api keyed = platform.with("Idempotency-Key", Tenants.unique());

        List<Answer> answers =
                AtOnce.run(4, i -> keyed.post(ADMIN_CREDITS, Billing.credit(tenant.slug(), "10.00", "USD")));

        assertThat(answers).allSatisfy(answer -> answer.expect(201));
        assertThat(answers).extracting(Answer::body).containsOnly(answers.get(0).body());
        assertThat(balance(tenant.owner().get(CREDITS))).isEqualTo("10.00");
        keyed.post(ADMIN_CREDITS, Billing.credit(tenant.slug(), "11.00", "USD"))
                .expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void refusesWhatIsNoCredit() {
        refused(Billing.credit(tenant.slug(), "1.00", "EUR"), "/amount/currency");
        refused(Billing.credit(tenant.slug(), "0.00", "USD"), "/amount/amount");
        refused(Billing.credit(tenant.slug(), "-1.00", "USD"), "/amount/amount");
        refused(Billing.credit(tenant.slug(), "1.0", "USD"), "/amount");
        refused(Billing.credit(tenant.slug(), "999999999999999999999.00", "USD"), "/amount/amount");
        refused(Billing.credit("no-such-tenant", "1.00", "USD"), "/tenant");
        Map<String, Object> over = Billing.credit(tenant.slug(), "1.00", "USD");
        over.put("expiresOn", Billing.today().toString());
        refused(over, "/expiresOn");
    }

    @Test
    void nobodyGivesThemselvesCredit() {
        tenant.owner()
                .post(ADMIN_CREDITS, Billing.credit(tenant.slug(), "1.00", "USD"))
                .expectProblem(403, "forbidden");
        Answer granted = platform.post(ADMIN_CREDITS, Billing.credit(tenant.slug(), "9.00", "USD"))
                .expect(201);
        Tenant other = Tenants.professional();
        assertThat(balance(other.owner().get(CREDITS))).isEqualTo("0.00");
        platform.post(ADMIN_CREDITS + "/" + granted.id() + "/revoke", Json.object("tenant", other.id()))
                .expectProblem(404, "not-found");
        assertThat(balance(tenant.owner().get(CREDITS))).isEqualTo("9.00");
    }

    private void refused(Map<String, Object> body, String pointer) {
        Answer answer = platform.post(ADMIN_CREDITS, body).expectProblem(400, "validation");
        assertThat(answer.json().path("errors").findValuesAsText("pointer")).contains(pointer);
    }

    private static String balance(Answer credits) {
        return credits.expect(200).json().path("balance").path("amount").asText();
    }
}
