package io.tenantry.it;

import static io.tenantry.it.product.Subscriptions.SUBSCRIPTION;
import static io.tenantry.it.product.Subscriptions.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Lifecycle;
import io.tenantry.it.product.Mailbox;
import io.tenantry.it.product.ReceivedEmail;
import io.tenantry.it.product.Subscriptions;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Owners are told before a trial ends, and then it ends: the job is run by hand for the day it is. */
class TrialsIT extends BlackBox {

    private static Api platform;
    private static LocalDate today;

    private final Tenant tenant = Tenants.inTrial();

    @BeforeAll
    static void signsIn() {
        platform = Tenants.platform();
        today = Subscriptions.today(platform);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 3, 1})
    void tellsTheOwnersSomeDaysBeforeOnce(int days) {
        Subscriptions.trialEndsOn(tenant, today.plusDays(days));

        runsToday();
        runsToday();

        ReceivedEmail told = Mailbox.awaitMessageTo(tenant.email());
        assertThat(told.subject()).contains(" " + days + " ");
        assertThat(told.text()).contains(String.valueOf(today.plusDays(days).getYear()));
        assertThat(Mailbox.messagesTo(tenant.email())).hasSize(1);
        assertThat(Subscriptions.of(tenant).text("status")).isEqualTo("trial");
    }

    @Test
    void whatIsPaidForBeginsWhereTheTrialEnds() {
        Subscriptions.trialEndsOn(tenant, today);

        runsToday();
        runsToday();

        Answer subscription = Subscriptions.of(tenant);
        assertThat(subscription.text("status")).isEqualTo("active");
        assertThat(subscription.json().path("period").path("start").asText()).isEqualTo(today.toString());
        assertThat(subscription.json().path("billingDay").asInt()).isEqualTo(today.getDayOfMonth());
        assertThat(status()).isEqualTo("active");
        assertThat(tenant.owner()
                        .get("/api/activity?action=subscription.active")
                        .expect(200)
                        .items())
                .hasSize(1);
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
    void thePlanThatWasPutOffIsTakenThen() {
        tenant.owner().put(SUBSCRIPTION, change("enterprise", "periodEnd")).expect(200);
        Subscriptions.trialEndsOn(tenant, today);

        runsToday();

        Answer subscription = Subscriptions.of(tenant);
        assertThat(subscription.text("plan")).isEqualTo("enterprise");
        assertThat(subscription.json().path("nextPlan").isNull()).isTrue();
    }

    @Test
    void whatWasCancelledEndsAndBeginsAnewWhenThePlatformResumesIt() {
        tenant.owner().post(SUBSCRIPTION + "/cancel").expect(200);
        Subscriptions.trialEndsOn(tenant, today);

        runsToday();

        assertThat(Subscriptions.of(tenant).text("status")).isEqualTo("cancelled");
        assertThat(Subscriptions.of(tenant).json().path("nextInvoiceOn").isNull())
                .isTrue();
        assertThat(tenant.owner()
                        .get("/api/tenant")
                        .expectProblem(403, "tenant-suspended")
                        .text("reason"))
                .isEqualTo("cancelled");
        new Lifecycle(platform).resume(tenant).expect(200);
        Answer subscription = Subscriptions.of(tenant);
        assertThat(subscription.text("status")).isEqualTo("active");
        assertThat(subscription.json().path("period").path("start").asText()).isEqualTo(today.toString());
    }

    private String status() {
        return platform.get(Lifecycle.at(tenant)).expect(200).text("status");
    }

    private static void runsToday() {
        platform.post("/api/admin/jobs/trials", Json.object("day", today.toString()))
                .expect(200);
    }
}
