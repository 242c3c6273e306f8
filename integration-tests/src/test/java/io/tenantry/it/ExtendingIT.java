package io.tenantry.it;

import static io.tenantry.it.product.Vehiculos.VEHICULOS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Fields;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Members;
import io.tenantry.it.product.ProductDatabase;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import io.tenantry.it.product.Usages;
import io.tenantry.it.product.Vehiculos;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What somebody has who did what {@code docs/extending.md} says: {@code server.Extension} builds it from the page. */
class ExtendingIT extends BlackBox {

    private static Api platform;

    private final Tenant tenant = Tenants.professional();
    private final Api owner = tenant.owner();

    @BeforeAll
    static void signsIn() {
        platform = Tenants.platform();
    }

    @Test
    void anEntityIsCreatedReadListedChangedAndDeleted() {
        Answer created = owner.post(VEHICULOS, Vehiculos.vehiculo("AB 123")).expect(201);
        assertThat(created.header("Location")).endsWith(Vehiculos.at(created));
        assertThat(owner.get(Vehiculos.at(created)).expect(200).body()).isEqualTo(created.body());

        Answer taken = owner.with("Accept-Language", "es")
                .post(VEHICULOS, Vehiculos.vehiculo("AB 123"))
                .expectProblem(409, "conflict");
        assertThat(taken.text("detail")).isEqualTo("Ya existe un vehículo con esa matrícula.");
        owner.post(VEHICULOS, Json.object("plate", "X")).expectProblem(400, "validation");

        Answer changed = owner.with("If-Match", created.etag())
                .patch(Vehiculos.at(created), Json.object("mileageKm", 13000))
                .expect(200);
        assertThat(changed.json().path("mileageKm").asInt()).isEqualTo(13000);
        owner.with("If-Match", created.etag())
                .patch(Vehiculos.at(created), Json.object("mileageKm", 1))
                .expectProblem(412, "precondition-failed");

        Answer second = Vehiculos.create(owner);
        Answer page = owner.get(VEHICULOS + "?limit=1").expect(200);
        assertThat(page.each("id")).containsExactly(second.id());
        assertThat(owner.get(VEHICULOS + "?limit=1&cursor=" + page.text("nextCursor"))
                        .expect(200)
                        .each("id"))
                .containsExactly(created.id());

        owner.delete(Vehiculos.at(second)).expect(204);
        owner.get(Vehiculos.at(second)).expectProblem(404, "not-found");
    }

    @Test
    void theSameCallTwiceCreatesOne() {
        Api once = owner.with("Idempotency-Key", "the-same");
        Map<String, Object> vehiculo = Vehiculos.vehiculo("ONCE");

        Answer first = once.post(VEHICULOS, vehiculo).expect(201);

        assertThat(once.post(VEHICULOS, vehiculo).expect(201).id()).isEqualTo(first.id());
    }

    @Test
    void anotherTenantFindsNothing() {
        Answer created = Vehiculos.create(owner);
        Api stranger = Tenants.professional().owner();

        stranger.get(Vehiculos.at(created)).expectProblem(404, "not-found");
        stranger.patch(Vehiculos.at(created), Json.object("name", "Mine")).expectProblem(404, "not-found");
        stranger.post(Vehiculos.at(created) + "/inspect").expectProblem(403, "feature-not-in-plan");
        stranger.delete(Vehiculos.at(created)).expectProblem(404, "not-found");
        assertThat(stranger.get(VEHICULOS).expect(200).items()).isEmpty();
        // its keys are its own, too
        stranger.post(VEHICULOS, Vehiculos.vehiculo(created.text("plate"))).expect(201);
        assertThat(owner.get(VEHICULOS).expect(200).each("id")).containsExactly(created.id());
    }

    @Test
    void aViewerReadsAndMayNotWrite() {
        Answer created = Vehiculos.create(owner);
        Api viewer = Members.add(tenant, "viewer").api();

        viewer.get(Vehiculos.at(created)).expect(200);
        viewer.post(VEHICULOS, Vehiculos.vehiculo("V")).expectProblem(403, "forbidden");
        viewer.delete(Vehiculos.at(created)).expectProblem(403, "forbidden");
        Vehiculos.create(Members.add(tenant, "operator").api());
        Api.anonymous().get(VEHICULOS).expectProblem(401, "unauthenticated");
    }

    @Test
    void theLimitHoldsAlsoWhenManyCallAtOnce() {
        Vehiculos.limit(platform, tenant.id(), "vehiculos", 3);

        List<Integer> statuses = AtOnce.run(
                8, i -> owner.post(VEHICULOS, Vehiculos.vehiculo("L" + i)).status());

        assertThat(statuses)
                .containsOnly(201, 402)
                .filteredOn(status -> status == 201)
                .hasSize(3);
        assertThat(owner.post(VEHICULOS, Vehiculos.vehiculo("L9"))
                        .expectProblem(402, "limit-exceeded")
                        .text("resource"))
                .isEqualTo("vehiculos");
        assertThat(used("vehiculos")).isEqualTo(3);
        owner.delete(VEHICULOS + "/" + owner.get(VEHICULOS).each("id").get(0)).expect(204);
        assertThat(used("vehiculos")).isEqualTo(2);
        Vehiculos.create(owner);
    }

    @Test
    void inspectingIsInThePlanAndMetered() {
        Answer created = Vehiculos.create(owner);
        owner.post(Vehiculos.at(created) + "/inspect").expectProblem(403, "feature-not-in-plan");
        assertThat(used("inspecciones")).isZero();

        Vehiculos.openInspections(platform, tenant.id());
        Vehiculos.limit(platform, tenant.id(), "inspecciones", 2);
        Answer inspected = owner.post(Vehiculos.at(created) + "/inspect").expect(200);
        owner.post(Vehiculos.at(created) + "/inspect").expect(200);

        assertThat(inspected.text("inspectedAt")).isNotBlank();
        assertThat(inspected.etag()).isNotEqualTo(created.etag());
        assertThat(used("inspecciones")).isEqualTo(2);
        assertThat(owner.post(Vehiculos.at(created) + "/inspect")
                        .expectProblem(402, "limit-exceeded")
                        .text("resource"))
                .isEqualTo("inspecciones");
        assertThat(logged("vehiculo.inspected", created.id())).hasSize(2);
    }

    @Test
    void eachChangeIsInTheActivityLogWithWhatWasBefore() {
        Answer created = Vehiculos.create(owner);
        owner.patch(Vehiculos.at(created), Json.object("mileageKm", 13000)).expect(200);
        owner.delete(Vehiculos.at(created)).expect(204);

        assertThat(logged("vehiculo.created", created.id())).hasSize(1);
        JsonNode changed = logged("vehiculo.changed", created.id()).get(0);
        assertThat(changed.path("before").path("mileageKm").asInt()).isEqualTo(12500);
        assertThat(changed.path("after").path("mileageKm").asInt()).isEqualTo(13000);
        assertThat(changed.path("actor").asText()).isEqualTo(tenant.email());
        assertThat(logged("vehiculo.deleted", created.id())).hasSize(1);
    }

    @Test
    void itsActionsArePublished() {
        assertThat(ProductDatabase.eventTypes())
                .contains("vehiculo.created", "vehiculo.changed", "vehiculo.deleted", "vehiculo.inspected");
    }

    @Test
    void tenantsAddFieldsToIt() {
        Fields.create(owner, "vehiculos", "depot", "text");
        Map<String, Object> south = Vehiculos.vehiculo("S");
        south.put("customFields", Json.object("depot", "South"));

        Answer created = owner.post(VEHICULOS, south).expect(201);
        Vehiculos.create(owner);

        assertThat(created.json().path("customFields").path("depot").asText()).isEqualTo("South");
        assertThat(owner.get(VEHICULOS + "?cf.depot=South").expect(200).each("id"))
                .containsExactly(created.id());
        Answer moved = owner.with("If-Match", created.etag())
                .patch(Vehiculos.at(created), Json.object("customFields", Json.object("depot", "North")))
                .expect(200);
        assertThat(moved.etag()).isNotEqualTo(created.etag());
        assertThat(owner.get(VEHICULOS + "?cf.depot=South").expect(200).items()).isEmpty();
    }

    @Test
    void theSelfCheckFindsItIsolated() {
        assertThat(ProductDatabase.rowsOf(tenant.id())).containsKey("vehiculo");

        assertThat(platform.get("/api/admin/isolation").expect(200).json().path("violations"))
                .isEmpty();
    }

    @Test
    void aRoleCanBeMadeOfItsPermissions() {
        assertThat(owner.get("/api/me").expect(200).json().path("permissions").toString())
                .contains("vehiculos:read", "vehiculos:write");
    }

    private int used(String resource) {
        return Usages.of(owner, resource).path("used").asInt();
    }

    private List<JsonNode> logged(String action, String id) {
        return owner.get("/api/activity?limit=200")
                .expect(200)
                .items()
                .filter(entry -> entry.path("action").asText().equals(action))
                .filter(entry -> entry.path("entityId").asText().equals(id))
                .toList();
    }
}
