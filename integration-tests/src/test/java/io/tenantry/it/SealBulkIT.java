package io.tenantry.it;

import static io.tenantry.it.product.Domain.ALERTAS;
import static io.tenantry.it.product.Domain.PRECINTOS;
import static io.tenantry.it.product.Domain.TRANSITOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Tenants;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One step for many seals or alerts. */
class SealBulkIT extends BlackBox {

    private static final String ALERTS = ALERTAS + "/bulk";
    private static final String SEALS = PRECINTOS + "/bulk";

    private Api owner;
    private String seal;

    @BeforeEach
    void makesTenant() {
        owner = Tenants.professional().owner();
        seal = Domain.createPrecinto(owner);
    }

    @Test
    void eachAlertIsAnsweredForByItself() {
        String open = Domain.createAlerta(owner, seal);
        String other = Domain.createAlerta(owner, seal);
        String resolved = Domain.createAlerta(owner, seal);
        owner.post(ALERTAS + "/" + resolved + "/resolve").expect(200);

        Answer answer = bulk(ALERTS, "acknowledge", open, resolved, other, open);

        assertThat(answer.json().path("done").asInt()).isEqualTo(2);
        assertThat(results(answer)).containsExactly(open + " done", resolved + " failed", other + " done");
        assertThat(answer.json().at("/results/1/problem/type").asText()).isEqualTo("/problems/conflict");
        assertThat(answer.json().at("/results/1/problem/status").asInt()).isEqualTo(409);
        assertThat(answer.json().at("/results/1/problem/detail").asText()).isNotBlank();
        assertThat(owner.get(ALERTAS + "?status=acknowledged").expect(200).each("id"))
                .containsExactlyInAnyOrder(open, other);
        assertThat(owner.get("/api/activity?action=alerta.acknowledged")
                        .expect(200)
                        .items())
                .hasSize(2);
        assertThat(results(bulk(ALERTS, "resolve", open))).containsExactly(open + " done");
    }

    // attack case 9
    @Test
    void anotherTenantsThingIsLikeOneThatIsNot() {
        Api stranger = Tenants.professional().owner();
        String alert = Domain.createAlerta(owner, seal);
        String absent = UUID.randomUUID().toString();
        for (String action : List.of("acknowledge", "resolve")) {
            isAlike(bulk(stranger, ALERTS, action, alert, absent), alert);
        }
        for (String action : List.of("retire", "delete")) {
            isAlike(bulk(stranger, SEALS, action, seal, absent), seal);
        }
        assertThat(owner.get(ALERTAS + "/" + alert).expect(200).text("status")).isEqualTo("open");
        assertThat(owner.get(PRECINTOS + "/" + seal).expect(200).text("status")).isEqualTo("available");
    }

    private static void isAlike(Answer answer, String foreign) {
        assertThat(answer.json().at("/results/0/id").asText()).isEqualTo(foreign);
        assertThat(answer.json().at("/results/0/problem"))
                .isEqualTo(answer.json().at("/results/1/problem"));
        assertThat(answer.json().at("/results/0/problem/status").asInt()).isEqualTo(404);
    }

    @Test
    void sealsAreRetiredAndDeleted() {
        String used = Domain.createPrecinto(owner);
        owner.post(TRANSITOS + "/" + Domain.createTransito(owner, used) + "/start")
                .expect(200);
        String absent = UUID.randomUUID().toString();

        assertThat(results(bulk(SEALS, "retire", seal, used, absent)))
                .containsExactly(seal + " done", used + " failed", absent + " failed");
        assertThat(owner.get(PRECINTOS + "/" + seal).expect(200).text("status")).isEqualTo("retired");
        assertThat(owner.get(PRECINTOS + "/" + used).expect(200).text("status")).isEqualTo("armed");

        assertThat(results(bulk(SEALS, "delete", used, seal))).containsExactly(used + " failed", seal + " done");
        assertThat(owner.get(PRECINTOS).expect(200).each("id")).containsExactly(used);
    }

    @Test
    void tooManyOrNoneOrAnUnknownActionIsRefused() {
        owner.post(ALERTS, Json.object("action", "acknowledge", "ids", List.of()))
                .expectProblem(400, "validation");
        List<String> many = Collections.nCopies(201, UUID.randomUUID().toString());
        owner.post(ALERTS, Json.object("action", "acknowledge", "ids", many)).expectProblem(400, "validation");
        owner.post(ALERTS, Json.object("action", "delete", "ids", List.of(seal)))
                .expectProblem(400, "validation");
        owner.post(SEALS, Json.object("action", "arm", "ids", List.of(seal))).expectProblem(400, "validation");
        owner.post(SEALS, Json.object("action", "retire", "ids", Collections.singletonList(null)))
                .expectProblem(400, "validation");
        owner.post(SEALS, Json.object("ids", List.of(seal))).expectProblem(400, "validation");
    }

    @Test
    void aViewerTakesNoStep() {
        Api viewer = Tenants.demo("viewer@acme.test");
        bulkRefused(viewer, ALERTS, "resolve");
        bulkRefused(viewer, SEALS, "delete");
    }

    private static void bulkRefused(Api api, String path, String action) {
        api.post(path, Json.object("action", action, "ids", List.of(UUID.randomUUID())))
                .expectProblem(403, "forbidden");
    }

    private Answer bulk(String path, String action, String... ids) {
        return bulk(owner, path, action, ids);
    }

    private static Answer bulk(Api api, String path, String action, String... ids) {
        return api.post(path, Json.object("action", action, "ids", List.of(ids)))
                .expect(200);
    }

    private static List<String> results(Answer answer) {
        return StreamSupport.stream(answer.json().path("results").spliterator(), false)
                .map(result ->
                        result.path("id").asText() + " " + result.path("result").asText())
                .toList();
    }
}
