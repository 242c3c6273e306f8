package io.tenantry.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Billing;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Lifecycle;
import io.tenantry.it.product.Mailbox;
import io.tenantry.it.product.ReceivedEmail;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money that comes, money that does not, and what follows. */
class PaymentsIT extends BlackBox {

    private final Api platform = Tenants.platform();
    private final LocalDate today = Billing.today();
    private Tenant tenant;

    @BeforeEach
    void makesTenant() {
        tenant = Tenants.professional();
    }

    @Test
    void whatIsPaidIsSeenAndWhatIsBeyondBecomesCredit() {
        String invoice = Billing.invoice(tenant.id(), "100.00", today, today.plusDays(14));

        Answer part = Billing.pay(platform, tenant.id(), invoice, "40.00").expect(201);
        Answer rest = Billing.pay(platform, tenant.id(), invoice, "70.00").expect(201);

        Answer seen = tenant.owner()
                .get("/api/billing/invoices/" + invoice + "/payments")
                .expect(200);
        assertThat(seen.each("id")).containsExactly(rest.id(), part.id());
        assertThat(platform.get(Billing.paymentsOf(tenant.id(), invoice))
                        .expect(200)
                        .json())
                .isEqualTo(seen.json());
        Answer credit = tenant.owner().get(Billing.CREDITS).expect(200);
        assertThat(credit.json().path("balance").path("amount").asText()).isEqualTo("10.00");
        assertThat(credit.json().path("grants").path(0).path("source").asText()).isEqualTo("refund");
        Billing.pay(platform, tenant.id(), invoice, "1.00").expectProblem(409, "conflict");
        assertThat(tenant.owner().get("/api/activity").expect(200).each("action"))
                .contains("payment.created");
    }

    @Test
    void theSamePaymentAtOnceIsRecordedOnce() {
        String invoice = Billing.invoice(tenant.id(), "100.00", today, today.plusDays(14));
        String path = Billing.paymentsOf(tenant.id(), invoice);

        List<Answer> answers = AtOnce.run(4, i -> platform.post(path, Billing.payment("30.00", "same")));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409, 409, 409);
        Api keyed = platform.with("Idempotency-Key", Tenants.unique());
        Answer first = keyed.post(path, Billing.payment("20.00", "keyed")).expect(201);
        assertThat(keyed.post(path, Billing.payment("20.00", "keyed"))
                        .expect(201)
                        .body())
                .isEqualTo(first.body());
        assertThat(platform.get(path).expect(200).each("reference")).containsExactlyInAnyOrder("same", "keyed");
    }

    @Test
    void refusesWhatIsNoPayment() {
        String invoice = Billing.invoice(tenant.id(), "100.00", today, today.plusDays(14));
        String path = Billing.paymentsOf(tenant.id(), invoice);
        platform.post(path, Json.object("amount", Billing.money("1.00", "EUR"), "method", "transfer", "reference", "a"))
                .expectProblem(400, "validation");
        platform.post(path, Billing.payment("0.00", "a")).expectProblem(400, "validation");
        platform.post(path, Billing.payment("1.00", " ")).expectProblem(400, "validation");
        platform.post(path, Json.object("amount", Billing.money("1.00", "USD"), "method", "a b", "reference", "a"))
                .expectProblem(400, "validation");
        Billing.pay(platform, tenant.id(), UUID.randomUUID().toString(), "1.00").expectProblem(404, "not-found");
        Billing.pay(platform, Tenants.professional().id(), invoice, "1.00").expectProblem(404, "not-found");
        tenant.owner().post(path, Billing.payment("100.00", "mine")).expectProblem(403, "forbidden");
        Tenants.professional()
                .owner()
                .get("/api/billing/invoices/" + invoice + "/payments")
                .expectProblem(404, "not-found");
        assertThat(platform.get(path).expect(200).items()).isEmpty();
    }

    @Test
    void anIssuedInvoiceIsToldOfOnce() {
        Billing.invoice(tenant.id(), "100.00", today, today.plusDays(14));

        Billing.run(platform, "invoice-emails", today);
        ReceivedEmail email = Mailbox.awaitMessageTo(tenant.email());
        Billing.run(platform, "invoice-emails", today);

        assertThat(email.text()).contains("$100.00");
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void whoOwesIsRemindedThenClosedAndOpenedByPaying() {
        String one = Billing.invoice(tenant.id(), "100.00", today.minusDays(40), today.minusDays(1));
        Billing.run(platform, "dunning", today);
        Mailbox.awaitMessageTo(tenant.email());
        assertThat(status()).isEqualTo("pastDue");
        tenant.owner().get("/api/precintos").expect(200);

        String other = Billing.invoice(tenant.id(), "50.00", today.minusDays(60), today.minusDays(30));
        Billing.run(platform, "dunning", today);
        assertThat(status()).isEqualTo("suspended");
        tenant.owner().get("/api/precintos").expectProblem(403, "tenant-suspended");
        tenant.owner().get("/api/billing/invoices/" + one + "/payments").expect(200);

        Billing.pay(platform, tenant.id(), other, "50.00").expect(201);
        assertThat(status()).as("still owes another").isEqualTo("suspended");
        Billing.pay(platform, tenant.id(), one, "100.00").expect(201);
        assertThat(status()).isEqualTo("active");
        tenant.owner().get("/api/precintos").expect(200);
    }

    @Test
    void whoIsSuspendedForSomethingElseIsDunnedOnceOpenAgain() {
        Billing.invoice(tenant.id(), "50.00", today.minusDays(60), today.minusDays(31));
        new Lifecycle(platform).suspend(tenant, "Under review").expect(200);
        Billing.run(platform, "dunning", today);

        new Lifecycle(platform).resume(tenant).expect(200);
        assertThat(status()).isEqualTo("active");
        Billing.run(platform, "dunning", today);

        assertThat(status()).isEqualTo("suspended");
    }

    @Test
    void noStepIsDoneTwice() {
        Billing.invoice(tenant.id(), "100.00", today.minusDays(40), today.minusDays(8));

        Billing.run(platform, "dunning", today);
        Mailbox.awaitMessageTo(tenant.email());
        Billing.run(platform, "dunning", today);
        Billing.run(platform, "dunning", today);

        // the reminders of two days at once are one e-mail
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void whatIsGivenUpRemindsNobodyAnyMore() {
        String invoice = Billing.invoice(tenant.id(), "100.00", today.minusDays(40), today.minusDays(1));
        Billing.run(platform, "dunning", today);
        String giveUp = "/api/admin/tenants/" + tenant.id() + "/invoices/" + invoice + "/uncollectible";

        platform.post(giveUp, Json.object("reason", "Gone")).expect(204);

        assertThat(status()).isEqualTo("active");
        platform.post(giveUp, Json.object("reason", "Gone")).expectProblem(409, "conflict");
    }

    private String status() {
        return platform.get("/api/admin/tenants/" + tenant.id() + "/billing")
                .expect(200)
                .text("status");
    }

    private int told() {
        return Mailbox.messagesTo(tenant.email()).size();
    }
}
