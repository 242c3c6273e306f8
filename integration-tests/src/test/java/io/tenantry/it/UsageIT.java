package io.tenantry.it;

import static io.tenantry.it.product.Plans.overridesOf;
import static io.tenantry.it.product.Usages.USAGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Mailbox;
import io.tenantry.it.product.Members;
import io.tenantry.it.product.Plans;
import io.tenantry.it.product.ReceivedEmail;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import io.tenantry.it.product.Usages;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a tenant uses is shown at once, costs what its plan says, and ends at its limits. */
class UsageIT extends BlackBox {

    private static Api platform;

    private final Tenant tenant = Tenants.professional();
    private final Api owner = tenant.owner();

    @BeforeAll
    static void signsIn() {
        platform = Tenants.platform();
    }

    @Test
    void allResourcesAreShownInTheRunningPeriod() {
        Answer usage = owner.get(USAGE).expect(200);

        assertThat(usage.json().path("resources"))
                .extracting(one -> one.path("resource").asText())
                // two are of the module that the page on extending adds
                .filteredOn(name -> !List.of("inspecciones", "vehiculos").contains(name))
                .containsExactly("alertas", "apiCalls", "precintos", "storage", "transitos", "users", "webhooks");
        assertThat(usage.json().path("period"))
                .isEqualTo(owner.get("/api/billing/subscription")
                        .expect(200)
                        .json()
                        .path("period"));
        assertThat(usage.json().path("warningFrom").asInt()).isEqualTo(80);
        assertThat(Usages.of(owner, "users").path("used").asInt()).isEqualTo(1);
        assertThat(Usages.of(owner, "users").path("included").asInt()).isEqualTo(25);
        assertThat(Usages.of(owner, "users").path("percent").decimalValue()).isEqualByComparingTo("4");
        assertThat(Usages.of(owner, "users").path("status").asText()).isEqualTo("ok");
    }

    @Test
    void whatIsCreatedCountsAndWhatIsRefusedDoesNot() {
        String seal = Domain.createPrecinto(owner);
        limit("transitos", 2, 2);
        Object first = Domain.transito(seal);
        owner.post(Domain.TRANSITOS, first).expect(201);
        owner.post(Domain.TRANSITOS, first).expectProblem(409, "conflict");
        owner.post(Domain.TRANSITOS, Domain.transito(seal)).expect(201);

        Answer refused = owner.post(Domain.TRANSITOS, Domain.transito(seal)).expectProblem(402, "limit-exceeded");

        assertThat(refused.text("resource")).isEqualTo("transitos");
        assertThat(refused.json().path("limit").asInt()).isEqualTo(2);
        assertThat(refused.json().path("used").asInt()).isEqualTo(2);
        JsonNode transits = Usages.of(owner, "transitos");
        assertThat(transits.path("used").asInt()).isEqualTo(2);
        assertThat(transits.path("status").asText()).isEqualTo("exceeded");
        JsonNode today = last(owner.get(USAGE + "/history?resource=transitos").expect(200));
        assertThat(today.path("quantity").asInt()).isEqualTo(2);
        assertThat(today.path("peak").isNull()).isTrue();
    }

    @Test
    void whatIsHeldShowsItsPeakToday() {
        String seal = Domain.createPrecinto(owner);
        Domain.createPrecinto(owner);
        owner.delete(Domain.PRECINTOS + "/" + seal).expect(204);

        JsonNode today = last(owner.get(USAGE + "/history?resource=precintos").expect(200));

        assertThat(today.path("quantity").asInt()).isEqualTo(1);
        assertThat(today.path("peak").asInt()).isEqualTo(2);
        assertThat(Usages.of(owner, "precintos").path("used").asInt()).isEqualTo(1);
        JsonNode month = last(owner.get(USAGE + "/history?resource=precintos&granularity=month")
                .expect(200));
        assertThat(month.path("peak").asInt()).isEqualTo(2);
    }

    @Test
    void theJobWritesADayAndRunsTwiceWithoutHarm() {
        Domain.createPrecinto(owner);
        String today = owner.get(USAGE + "/history?resource=precintos")
                .expect(200)
                .items()
                .reduce((first, second) -> second)
                .orElseThrow()
                .path("start")
                .asText();

        for (int i = 0; i < 2; i++) {
            Answer run = platform.post("/api/admin/jobs/usage-snapshot", Json.object("day", today))
                    .expect(200);
            assertThat(run.json().path("due").asInt()).isPositive();
            assertThat(run.json().path("failed").asInt()).isZero();
        }
        Domain.createPrecinto(owner);

        JsonNode shown = last(owner.get(USAGE + "/history?resource=precintos").expect(200));
        assertThat(shown.path("start").asText()).isEqualTo(today);
        assertThat(shown.path("peak").asInt()).isEqualTo(2);
    }

    @Test
    void overageCostsWhatThePlanSays() {
        Map<String, Object> limit = Plans.limit("transitos", 1, null);
        limit.put("overage", Json.object("model", "perUnit", "unitPrice", "0.25"));
        Plans.move(
                        platform,
                        tenant.id(),
                        Plans.reserved(platform, tenant.id(), Plans.values(List.of("apiAccess"), limit)))
                .expect(200);
        String seal = Domain.createPrecinto(owner);
        for (int i = 0; i < 4; i++) {
            owner.post(Domain.TRANSITOS, Domain.transito(seal)).expect(201);
        }

        JsonNode transits = Usages.of(owner, "transitos");

        assertThat(transits.path("overage").asInt()).isEqualTo(3);
        assertThat(transits.path("overageAmount").path("amount").asText()).isEqualTo("0.75");
        assertThat(transits.path("status").asText()).isEqualTo("exceeded");
    }

    @Test
    void theOwnerIsWarnedOnceForEachThreshold() {
        limit("alertas", 5, null);
        String seal = Domain.createPrecinto(owner);
        for (int i = 0; i < 4; i++) {
            owner.post(Domain.ALERTAS, Domain.alerta(seal)).expect(201);
        }

        ReceivedEmail first = Mailbox.awaitMessageTo(tenant.email());
        assertThat(first.text()).contains("alertas", "80", "4", "5");
        assertThat(Usages.of(owner, "alertas").path("status").asText()).isEqualTo("warning");
        for (int i = 0; i < 2; i++) {
            owner.post(Domain.ALERTAS, Domain.alerta(seal)).expect(201);
        }
        assertThat(Mailbox.awaitMessageTo(tenant.email()).text()).contains("100", "5");
        limit("transitos", 1, null);
        owner.post(Domain.TRANSITOS, Domain.transito(seal)).expect(201);
        // the next e-mail is about something else, so there was no third
        assertThat(Mailbox.awaitMessageTo(tenant.email()).text()).contains("transitos");
    }

    @Test
    void callsOfTheTenantAreCountedAndThoseOfThePlatformAreNot() {
        Tenant other = Tenants.professional();
        for (int i = 0; i < 20; i++) {
            owner.get(Domain.PRECINTOS).expect(200);
            platform.with("X-Tenant-ID", other.id()).get(Domain.PRECINTOS).expect(200);
            owner.get("/api/nothing-here").expect(404);
            Api.anonymous().get(Domain.PRECINTOS).expect(401);
        }

        // the question itself counts as well
        JsonNode calls = Usages.await(owner, "apiCalls", it -> it.path("used").asInt() >= 21);
        assertThat(calls.path("used").asInt()).isLessThan(200);
        assertThat(Usages.of(platform.with("X-Tenant-ID", other.id()), "apiCalls")
                        .path("used")
                        .asInt())
                .isZero();
    }

    @Test
    void beyondItsHardLimitATenantSeesWhyAndIsOpenAgainAtOnce() {
        limit("apiCalls", 5, 10);
        for (int i = 0; i < 10; i++) {
            owner.get(USAGE).expect(200);
        }
        Usages.await(owner, "apiCalls", it -> it.path("used").asInt() >= 10);

        Answer refused = owner.get(Domain.PRECINTOS).expectProblem(402, "limit-exceeded");

        assertThat(refused.text("resource")).isEqualTo("apiCalls");
        assertThat(refused.json().path("limit").asInt()).isEqualTo(10);
        owner.get(USAGE).expect(200);
        assertThat(Mailbox.awaitMessageTo(tenant.email()).text()).contains("apiCalls");
        limit("apiCalls", 1000, 1000);
        owner.get(Domain.PRECINTOS).expect(200);
    }

    @Test
    void historyIsOfKnownResourcesAndBoundedRanges() {
        owner.get(USAGE + "/history").expectProblem(400, "validation");
        owner.get(USAGE + "/history?resource=dragons").expectProblem(400, "validation");
        owner.get(USAGE + "/history?resource=users&granularity=hour").expectProblem(400, "validation");
        owner.get(USAGE + "/history?resource=users&from=2026-01-02&to=2026-01-02")
                .expectProblem(400, "validation");
        owner.get(USAGE + "/history?resource=users&from=2020-01-01&to=2026-01-02")
                .expectProblem(400, "validation");
        owner.get(USAGE + "/history?resource=users&from=yesterday").expectProblem(400, "validation");
        assertThat(owner.get(USAGE + "/history?resource=transitos&from=2026-01-01&to=2026-03-01&granularity=month")
                        .expect(200)
                        .each("start"))
                .containsExactly("2026-01-01", "2026-02-01");
    }

    @Test
    void everyMemberSeesItAndAnotherTenantSeesItsOwn() {
        String seal = Domain.createPrecinto(owner);
        owner.post(Domain.TRANSITOS, Domain.transito(seal)).expect(201);

        Api viewer = Members.add(tenant, "viewer").api();
        assertThat(Usages.of(viewer, "transitos").path("used").asInt()).isEqualTo(1);
        Api stranger = Tenants.professional().owner();
        assertThat(Usages.of(stranger, "transitos").path("used").asInt()).isZero();
    }

    private void limit(String resource, int included, Integer hardLimit) {
        platform.put(
                        overridesOf(tenant.id()) + "/limits/" + resource,
                        Json.object("included", included, "hardLimit", hardLimit, "reason", "For a test"))
                .expect(200);
    }

    private static JsonNode last(Answer history) {
        List<JsonNode> items = history.items().toList();
        return items.get(items.size() - 1);
    }
}
