package io.tenantry.it;

import static io.tenantry.it.product.Lifecycle.TENANTS;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Lifecycle;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding and changing tenants as the administrator of the platform, and what each tenant says about itself. */
class AdminTenantsIT extends BlackBox {

    private static Lifecycle lifecycle;
    private static Api platform;

    @BeforeAll
    static void signsIn() {
        lifecycle = Lifecycle.signIn();
        platform = lifecycle.platform();
    }

    @Test
    void isFoundByTheBeginningOfItsSlugOrName() {
        Tenant tenant = Tenants.starter();
        String name = "Ñandú " + Tenants.unique();
        platform.patch(Lifecycle.at(tenant), Json.object("name", name)).expect(200);

        assertThat(found("q=" + tenant.slug())).containsExactly(tenant.id());
        assertThat(found("q=" + tenant.slug().toUpperCase(Locale.ROOT))).containsExactly(tenant.id());
        assertThat(found("q=%C3%B1AND%C3%9A%20" + name.substring(6))).containsExactly(tenant.id());
        assertThat(found("q=" + tenant.slug().substring(1))).isEmpty();
        assertThat(found("q=%25")).isEmpty();
    }

    @Test
    void isFoundByItsStatusAndPlan() {
        Tenant tenant = Tenants.starter();
        lifecycle.suspend(tenant, "unpaid").expect(200);
        String query = "q=" + tenant.slug();

        assertThat(found(query + "&status=suspended")).containsExactly(tenant.id());
        assertThat(found(query + "&status=active")).isEmpty();
        assertThat(found(query + "&plan=starter&status=suspended")).containsExactly(tenant.id());
        assertThat(found(query + "&plan=enterprise")).isEmpty();
    }

    @Test
    void isPagedInEachOrder() {
        String name = "Paged " + Tenants.unique();
        List<String> own = List.of(
                Tenants.starter().id(),
                Tenants.starter().id(),
                Tenants.starter().id());
        own.forEach(id -> platform.patch(TENANTS + "/" + id, Json.object("name", name + " " + id))
                .expect(200));
        for (String sort : List.of("createdAt", "-createdAt", "slug", "-slug", "name", "-name")) {
            String query = TENANTS + "?limit=2&q=" + name.replace(" ", "%20") + "&sort=" + sort;

            Answer first = platform.get(query).expect(200);
            Answer second =
                    platform.get(query + "&cursor=" + first.text("nextCursor")).expect(200);

            List<String> listed = new ArrayList<>(first.each("id"));
            listed.addAll(second.each("id"));
            assertThat(listed).as(sort).containsExactlyInAnyOrderElementsOf(own);
            assertThat(second.json().path("nextCursor").isNull()).isTrue();
            if (sort.endsWith("createdAt") || sort.endsWith("name")) {
                // ids are of version 7, and the names end in them
                assertThat(listed).isSortedAccordingTo(sort.startsWith("-") ? reverseOrder() : naturalOrder());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=open", "status=SUSPENDED", "q=", "sort=status", "plan=starter&plan=enterprise"})
    void badParametersAreRefused(String query) {
        platform.get(TENANTS + "?" + query).expectProblem(400, "validation");
    }

    @Test
    void theAdministratorChangesSettingsAndTheTenantSeesIt() {
        Tenant tenant = Tenants.starter();
        Answer changed = platform.patch(Lifecycle.at(tenant), Json.object("name", "Renamed", "locale", "es"))
                .expect(200);

        assertThat(changed.text("name")).isEqualTo("Renamed");
        assertThat(changed.etag()).isEqualTo(tenant.owner().get("/api/tenant").etag());
        JsonNode entry = tenant.owner()
                .get("/api/activity?action=tenant.changed")
                .expect(200)
                .items()
                .findFirst()
                .orElseThrow();
        assertThat(entry.path("actorKind").asText()).isEqualTo("platform");
        assertThat(entry.path("after").path("name").asText()).isEqualTo("Renamed");
        platform.patch(Lifecycle.at(tenant), Json.object("status", "active")).expectProblem(400, "validation");
    }

    @Test
    void aTenantChangesItsOwnSettings() {
        Tenant tenant = Tenants.starter();
        Api owner = tenant.owner();
        Answer before = owner.get("/api/tenant").expect(200);
        assertThat(before.id()).isEqualTo(tenant.id());
        assertThat(before.text("locale")).isEqualTo("en");
        assertThat(before.text("timeZone")).isEqualTo("UTC");

        Answer after = owner.with("If-Match", before.etag())
                .patch(
                        "/api/tenant",
                        Json.object(
                                "timeZone", "America/Argentina/Buenos_Aires", "contactEmail", "office@initech.test"))
                .expect(200);

        assertThat(after.text("timeZone")).isEqualTo("America/Argentina/Buenos_Aires");
        assertThat(after.text("contactEmail")).isEqualTo("office@initech.test");
        assertThat(after.text("name")).isEqualTo(before.text("name"));
        assertThat(owner.get("/api/tenant").expect(200).json()).isEqualTo(after.json());
        owner.with("If-Match", before.etag())
                .patch("/api/tenant", Json.object("name", "x"))
                .expectProblem(412, "precondition-failed");
        JsonNode entry = owner.get("/api/activity?action=tenant.changed")
                .expect(200)
                .items()
                .findFirst()
                .orElseThrow();
        assertThat(entry.path("actor").asText()).isEqualTo(tenant.email());
        assertThat(entry.path("before").path("timeZone").asText()).isEqualTo("UTC");
    }

    @Test
    void whoMayOnlyLookChangesNoSettings() {
        Api viewer = Tenants.demo("viewer@acme.test");

        viewer.get("/api/tenant").expect(200);
        assertThat(viewer.patch("/api/tenant", Json.object("name", "x"))
                        .expectProblem(403, "forbidden")
                        .text("permission"))
                .isEqualTo("tenant:write");
        platform.get("/api/tenant").expectProblem(400, "tenant-required");
    }

    @Test
    void theOverviewCounts() {
        Tenant tenant = Tenants.starter();
        lifecycle.suspend(tenant, "unpaid").expect(200);

        JsonNode overview = platform.get("/api/admin/overview").expect(200).json();

        long tenants = overview.path("tenants").asLong();
        assertThat(sum(overview.path("tenantsByStatus"))).isEqualTo(tenants).isGreaterThanOrEqualTo(4);
        assertThat(sum(overview.path("tenantsByPlan"))).isEqualTo(tenants);
        assertThat(overview.path("tenantsByStatus").path("suspended").asLong()).isPositive();
        assertThat(overview.path("tenantsByStatus").path("purging").isNumber()).isTrue();
        JsonNode days = overview.path("createdByDay");
        assertThat(days).hasSize(30);
        assertThat(LocalDate.parse(days.path(0).path("day").asText()).plusDays(29))
                .isEqualTo(LocalDate.parse(days.path(29).path("day").asText()));
        assertThat(days.path(29).path("count").asLong()
                        + days.path(28).path("count").asLong())
                .isPositive();
        assertThat(overview.path("trialsEndingSoon").isNumber()).isTrue();
        assertThat(overview.path("accounts").asLong()).isGreaterThan(5);
        assertThat(overview.path("liveSessions").asLong()).isPositive();
    }

    private List<String> found(String query) {
        return platform.get(TENANTS + "?" + query).expect(200).each("id");
    }

    private static long sum(JsonNode counts) {
        return StreamSupport.stream(counts.spliterator(), false)
                .flatMapToLong(count -> LongStream.of(count.asLong()))
                .sum();
    }
}
