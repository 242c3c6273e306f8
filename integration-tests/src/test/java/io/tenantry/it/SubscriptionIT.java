package io.tenantry.it;

import static io.tenantry.it.product.Subscriptions.SUBSCRIPTION;
import static io.tenantry.it.product.Subscriptions.change;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Lifecycle;
import io.tenantry.it.product.Members;
import io.tenantry.it.product.Plans;
import io.tenantry.it.product.ProductDatabase;
import io.tenantry.it.product.Subscriptions;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tenant sees what it subscribes to, takes other plans, and ends it. */
class SubscriptionIT extends BlackBox {

    private static Api platform;
    private static Lifecycle lifecycle;
    private static LocalDate today;

    /** Refused whatever it sends. */
    private static Tenant untouched;

    @BeforeAll
    static void signsIn() {
        platform = Tenants.platform();
        lifecycle = new Lifecycle(platform);
        today = Subscriptions.today(platform);
        untouched = Tenants.professional();
    }

    @Test
    void beginsWithTheTenant() {
        Tenant tenant = Tenants.starter();

        Answer subscription = Subscriptions.of(tenant);

        assertThat(subscription.text("plan")).isEqualTo("starter");
        assertThat(subscription.text("status")).isEqualTo("active");
        assertThat(subscription.text("currency")).isEqualTo("USD");
        assertThat(subscription.json().path("billingDay").asInt()).isEqualTo(today.getDayOfMonth());
        assertThat(period(subscription)).startsWith(today + " ");
        assertThat(subscription.json().path("nextPlan").isNull()).isTrue();
        assertThat(subscription.json().path("cancelAtPeriodEnd").asBoolean(true))
                .isFalse();
        assertThat(subscription.text("nextInvoiceOn"))
                .isEqualTo(today.plusDays(1).toString());
        assertThat(subscription.etag()).isNotBlank();
        assertThat(tenant.owner()
                        .get("/api/usage")
                        .expect(200)
                        .json()
                        .path("period")
                        .path("start")
                        .asText())
                .isEqualTo(today.toString());
    }

    @Test
    void aTrialChangesPlansWithoutMoney() {
        Tenant tenant = Tenants.inTrial();
        Answer trial = Subscriptions.of(tenant);
        assertThat(trial.text("status")).isEqualTo("trial");
        assertThat(period(trial)).isEqualTo(today + " " + today.plusDays(14));
        assertThat(trial.text("trialEndsAt")).startsWith(today.plusDays(14).toString());
        assertThat(trial.text("nextInvoiceOn")).isEqualTo(today.plusDays(14).toString());

        Answer changed = put(tenant, "starter", "now").expect(200);

        assertThat(changed.text("plan")).isEqualTo("starter");
        assertThat(changed.text("status")).isEqualTo("trial");
        assertThat(period(changed)).isEqualTo(period(trial));
        assertThat(invoices(tenant)).isZero();
    }

    /** 49.00 was paid for the cycle; what is left of it is given back, and the same days are paid at 199.00. */
    @Test
    void anUpgradeIsChargedForTheDaysThatAreLeft() {
        Tenant tenant = Tenants.starter();
        LocalDate start = today.minusDays(9);
        LocalDate end = start.plusMonths(1);
        Subscriptions.billed(tenant, start, end, "49.00");
        BigDecimal back = prorated("49.00", start, end);
        BigDecimal due = prorated("199.00", start, end);

        Answer preview = tenant.owner()
                .post(SUBSCRIPTION + "/preview", change("professional", "now"))
                .expect(200);
        assertThat(amounts(preview)).containsExactly("-" + back, due.toPlainString());
        assertThat(money(preview, "subtotal")).isEqualTo(due.subtract(back).toPlainString());
        assertThat(preview.text("on")).isEqualTo(today.toString());
        assertThat(preview.text("nextInvoiceOn")).isEqualTo(end.toString());
        assertThat(Subscriptions.of(tenant).text("plan")).isEqualTo("starter");
        assertThat(invoices(tenant)).isEqualTo(1);

        Answer changed = put(tenant, "professional", "now").expect(200);

        assertThat(changed.text("plan")).isEqualTo("professional");
        assertThat(period(changed)).isEqualTo(start + " " + end);
        assertThat(invoices(tenant)).isEqualTo(2);
        assertThat(ProductDatabase.rowsOf(tenant.id())).containsEntry("billing_segment", 1L);
        assertThat(tenant.owner()
                        .get("/api/activity?action=plan.moved")
                        .expect(200)
                        .items())
                .hasSize(1);
    }

    @Test
    void whatWasNotPaidIsNotGivenBack() {
        Tenant tenant = Tenants.starter();
        LocalDate start = today.minusDays(1);
        LocalDate end = start.plusMonths(1);
        Subscriptions.billed(tenant, start, end, "10.00");

        Answer preview = tenant.owner()
                .post(SUBSCRIPTION + "/preview", change("professional", "now"))
                .expect(200);

        assertThat(amounts(preview))
                .containsExactly("-10.00", prorated("199.00", start, end).toPlainString());
    }

    @Test
    void twoUpgradesAtOnceComeOneAfterTheOther() {
        Tenant tenant = Tenants.starter();
        Subscriptions.billed(tenant, today.minusDays(9), today.minusDays(9).plusMonths(1), "49.00");

        List<Answer> answers = AtOnce.run(2, i -> put(tenant, i == 0 ? "professional" : "enterprise", "now"));

        Answer last = Subscriptions.of(tenant);
        assertThat(last.text("plan")).isEqualTo("enterprise");
        assertThat(answers.get(1).status()).isEqualTo(200);
        boolean both = answers.get(0).status() == 200;
        if (!both) {
            answers.get(0).expectProblem(409, "conflict");
        }
        assertThat(invoices(tenant)).isEqualTo(both ? 3 : 2);
        assertThat(ProductDatabase.rowsOf(tenant.id())).containsEntry("billing_segment", 1L);
    }

    @Test
    void theSameRequestTwiceIsOneChange() {
        Tenant tenant = Tenants.starter();
        Subscriptions.billed(tenant, today.minusDays(9), today.minusDays(9).plusMonths(1), "49.00");
        Api keyed = tenant.owner().with("Idempotency-Key", UUID.randomUUID().toString());

        List<Answer> answers = AtOnce.run(2, i -> keyed.put(SUBSCRIPTION, change("professional", "now")));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers.get(0).body()).isEqualTo(answers.get(1).body());
        assertThat(invoices(tenant)).isEqualTo(2);
    }

    /** Usage and base price stand on one invoice. */
    @Test
    void aPlanOfAnotherCurrencyIsNeitherForNowNorForLater() {
        Tenant tenant = Tenants.professional();
        Map<String, Object> values = Plans.values(List.of());
        values.put(
                "price",
                Json.object("amount", Json.object("amount", "900.00", "currency", "EUR"), "interval", "month"));
        String euros = Plans.reserved(platform, tenant.id(), values);

        put(tenant, euros, "now").expectProblem(409, "conflict");
        put(tenant, euros, "periodEnd").expectProblem(409, "conflict");
        tenant.owner()
                .post(SUBSCRIPTION + "/preview", change(euros, "periodEnd"))
                .expectProblem(409, "conflict");
        assertThat(Subscriptions.of(tenant).json().path("nextPlan").isNull()).isTrue();
    }

    /** Neither has a body that would tell them apart. */
    @Test
    void aKeyIsForOneOfCancellingAndResuming() {
        Tenant tenant = Tenants.starter();
        Api keyed = tenant.owner().with("Idempotency-Key", UUID.randomUUID().toString());

        keyed.post(SUBSCRIPTION + "/cancel").expect(200);
        keyed.post(SUBSCRIPTION + "/cancel").expect(200);
        keyed.post(SUBSCRIPTION + "/resume").expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void aDowngradeWaitsForTheEndOfThePeriod() {
        Tenant tenant = Tenants.professional();
        put(tenant, "starter", "now").expectProblem(409, "conflict");

        Answer preview = tenant.owner()
                .post(SUBSCRIPTION + "/preview", change("starter", "periodEnd"))
                .expect(200);
        Answer changed = put(tenant, "starter", "periodEnd").expect(200);

        assertThat(preview.json().path("lines")).isEmpty();
        assertThat(preview.text("on")).isEqualTo(changed.text("renewsOn"));
        assertThat(changed.text("plan")).isEqualTo("professional");
        assertThat(changed.json().path("nextPlan").path("plan").asText()).isEqualTo("starter");
        assertThat(tenant.owner()
                        .get("/api/activity?action=subscription.planPutOff")
                        .expect(200)
                        .items())
                .hasSize(1);
        assertThat(put(tenant, "professional", "periodEnd")
                        .expect(200)
                        .json()
                        .path("nextPlan")
                        .isNull())
                .isTrue();
    }

    @Test
    void aPlanThatIsTooSmallIsRefused() {
        Tenant tenant = Tenants.starter();
        Domain.createPrecinto(tenant.owner());
        String small = Plans.reserved(platform, tenant.id(), dear(Plans.limit("precintos", 0, 0)));

        put(tenant, small, "now").expectProblem(402, "limit-exceeded");

        assertThat(Subscriptions.of(tenant).text("plan")).isEqualTo("starter");
    }

    @Test
    void itEndsInTimeUnlessItIsResumed() {
        Tenant tenant = Tenants.professional();
        put(tenant, "starter", "periodEnd").expect(200);

        Answer ending = tenant.owner().post(SUBSCRIPTION + "/cancel").expect(200);

        assertThat(ending.json().path("cancelAtPeriodEnd").asBoolean()).isTrue();
        assertThat(ending.json().path("nextPlan").isNull()).isTrue();
        assertThat(ending.text("status")).isEqualTo("active");
        tenant.owner().post(SUBSCRIPTION + "/cancel").expect(200);
        put(tenant, "enterprise", "now").expectProblem(409, "conflict");
        put(tenant, "enterprise", "periodEnd").expectProblem(409, "conflict");
        tenant.owner()
                .post(SUBSCRIPTION + "/preview", change("enterprise", "now"))
                .expectProblem(409, "conflict");
        Answer resumed = tenant.owner().post(SUBSCRIPTION + "/resume").expect(200);
        assertThat(resumed.json().path("cancelAtPeriodEnd").asBoolean(true)).isFalse();
        assertThat(tenant.owner()
                        .get("/api/activity?action=subscription.cancelledAtPeriodEnd")
                        .expect(200)
                        .items())
                .hasSize(1);
        put(tenant, "enterprise", "now").expect(200);
    }

    @Test
    void whoHasNotSeenTheLastChangeIsRefused() {
        Tenant tenant = Tenants.professional();
        Answer seen = Subscriptions.of(tenant);
        tenant.owner().post(SUBSCRIPTION + "/cancel").expect(200);
        Api late = tenant.owner().with("If-Match", seen.etag());

        late.put(SUBSCRIPTION, change("enterprise", "now")).expectProblem(412, "precondition-failed");
        late.post(SUBSCRIPTION + "/cancel").expectProblem(412, "precondition-failed");
        late.post(SUBSCRIPTION + "/resume").expectProblem(412, "precondition-failed");
    }

    @Test
    void onlyWhoMayIsLetIn() {
        for (String role : List.of("viewer", "operator")) {
            Api member = Members.add(untouched, role).api();
            member.get(SUBSCRIPTION).expectProblem(403, "forbidden");
            member.put(SUBSCRIPTION, change("enterprise", "now")).expectProblem(403, "forbidden");
            member.post(SUBSCRIPTION + "/cancel").expectProblem(403, "forbidden");
        }
        Members.add(untouched, "admin").api().get(SUBSCRIPTION).expect(200);
        Tenant other = Tenants.starter();
        other.owner().with("X-Tenant-ID", untouched.id()).get(SUBSCRIPTION).expectProblem(403, "tenant-mismatch");
        assertThat(Subscriptions.of(other).text("plan")).isEqualTo("starter");
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', /plan",
        "'{\"plan\":\"enterprise\"}', /when",
        "'{\"plan\":\"enterprise\",\"when\":\"later\"}', /when",
        "'{\"plan\":\"enterprise\",\"when\":\"NOW\"}', /when",
        "'{\"plan\":\"dragon\",\"when\":\"now\"}', /plan",
        "'{\"plan\":\"dragon\",\"when\":\"periodEnd\"}', /plan",
        "'{\"plan\":\"enterprise\",\"when\":\"now\",\"force\":true}', /force"
    })
    void badInputIsRefusedWhereItIs(String body, String pointer) {
        Tenant tenant = Tenants.professional();
        for (Answer answer : List.of(
                untouched.owner().put(SUBSCRIPTION, body), untouched.owner().post(SUBSCRIPTION + "/preview", body))) {
            answer.expectProblem(400, "validation");
            assertThat(answer.json().path("errors"))
                    .extracting(error -> error.path("pointer").asText())
                    .contains(pointer);
        }
    }

    /** What is left of the dearer plan becomes credit. */
    @Test
    void theAdministratorMayMoveToACheaperPlanAtOnce() {
        Tenant tenant = Tenants.professional();
        Subscriptions.billed(tenant, today.minusDays(9), today.minusDays(9).plusMonths(1), "199.00");

        Plans.move(platform, tenant.id(), "starter").expect(200);

        assertThat(Subscriptions.of(tenant).text("plan")).isEqualTo("starter");
        assertThat(ProductDatabase.rowsOf(tenant.id())).containsEntry("credit_grant", 1L);
        platform.post(Plans.planOf(tenant.id()), Json.object("plan", "professional", "when", "periodEnd"))
                .expect(200);
        assertThat(Subscriptions.of(tenant).json().path("nextPlan").path("plan").asText())
                .isEqualTo("professional");
    }

    @Test
    void theBillingDayIsChosenBeforeAnythingIsBilled() {
        Tenant tenant = Tenants.starter();
        String path = Lifecycle.at(tenant) + "/billing";
        int day = today.getDayOfMonth() == 1 ? 15 : 1;
        Answer seen = platform.get(path).expect(200);
        platform.patch(path, Json.object("billingDay", day)).expectProblem(428, "precondition-required");

        Answer changed = platform.with("If-Match", seen.etag())
                .patch(path, Json.object("billingDay", day))
                .expect(200);

        assertThat(changed.json().path("billingDay").asInt()).isEqualTo(day);
        LocalDate end =
                LocalDate.parse(changed.json().path("period").path("end").asText());
        assertThat(end.getDayOfMonth()).isEqualTo(day);
        assertThat(end).isBeforeOrEqualTo(today.plusMonths(1));
        platform.with("If-Match", "*")
                .patch(path, Json.object("billingDay", 32))
                .expectProblem(400, "validation");
        Subscriptions.billed(tenant, today, today.plusMonths(1), "49.00");
        platform.with("If-Match", "*").patch(path, Json.object("billingDay", 2)).expectProblem(409, "conflict");
    }

    @Test
    void whoIsSuspendedStillSeesWhatItSubscribesTo() {
        Tenant tenant = Tenants.professional();
        Subscriptions.billed(tenant, today.minusDays(9), today.minusDays(9).plusMonths(1), "199.00");
        lifecycle.suspend(tenant, "unpaid since May").expect(200);

        assertThat(Subscriptions.of(tenant).text("status")).isEqualTo("suspended");
        put(tenant, "enterprise", "now").expectProblem(403, "tenant-suspended");
        tenant.owner().get("/api/tenant").expectProblem(403, "tenant-suspended");
        Api anew = Api.signIn(tenant.email(), Tenants.OWNER_PASSWORD);
        anew.with("X-Tenant-ID", tenant.id()).get(SUBSCRIPTION).expect(200);
        Members.Member viewer = viewerOf(tenant);
        viewer.api().get(SUBSCRIPTION).expectProblem(403, "forbidden");

        lifecycle.resume(tenant).expect(200);
        assertThat(Subscriptions.of(tenant).text("status")).isEqualTo("active");
        assertThat(invoices(tenant)).isEqualTo(1);
        lifecycle.close(tenant, "unpaid since May").expect(200);
        tenant.owner().get(SUBSCRIPTION).expectProblem(403, "tenant-suspended");
    }

    private static Members.Member viewerOf(Tenant tenant) {
        lifecycle.resume(tenant).expect(200);
        Members.Member viewer = Members.add(tenant, "viewer");
        lifecycle.suspend(tenant, "unpaid since May").expect(200);
        return viewer;
    }

    private static Map<String, Object> dear(Object limit) {
        Map<String, Object> values = Plans.values(List.of(), limit);
        values.put(
                "price",
                Json.object("amount", Json.object("amount", "500.00", "currency", "USD"), "interval", "month"));
        return values;
    }

    private static Answer put(Tenant tenant, String plan, String when) {
        return tenant.owner().put(SUBSCRIPTION, change(plan, when));
    }

    private static BigDecimal prorated(String price, LocalDate start, LocalDate end) {
        BigDecimal fraction = BigDecimal.valueOf(ChronoUnit.DAYS.between(today, end))
                .divide(BigDecimal.valueOf(ChronoUnit.DAYS.between(start, end)), 9, RoundingMode.HALF_UP);
        return new BigDecimal(price).multiply(fraction).setScale(2, RoundingMode.HALF_UP);
    }

    private static List<String> amounts(Answer preview) {
        return preview.json().path("lines").findValues("amount").stream()
                .filter(JsonNode::isObject)
                .map(amount -> amount.path("amount").asText())
                .toList();
    }

    private static String money(Answer answer, String member) {
        return answer.json().path(member).path("amount").asText();
    }

    private static String period(Answer subscription) {
        JsonNode period = subscription.json().path("period");
        return period.path("start").asText() + " " + period.path("end").asText();
    }

    private static long invoices(Tenant tenant) {
        return ProductDatabase.rowsOf(tenant.id()).get("invoice");
    }
}
