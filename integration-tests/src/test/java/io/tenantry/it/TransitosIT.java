package io.tenantry.it;

import static io.tenantry.it.product.Domain.PRECINTOS;
import static io.tenantry.it.product.Domain.TRANSITOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Tenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Transits: planned, in progress, then completed or cancelled. */
class TransitosIT extends CollectionContract {

    TransitosIT() {
        super(TRANSITOS, "transito", "destination", "Rosario");
    }

    @Override
    Map<String, Object> valid(Api api) {
        return Domain.transito(Domain.createPrecinto(api));
    }

    @Test
    void aTransitIsPlannedStartedAndCompleted() {
        Answer planned = planned();
        assertThat(planned.text("status")).isEqualTo("planned");
        Answer started = owner.post(at(planned) + "/start").expect(200);
        assertThat(started.text("status")).isEqualTo("inProgress");
        assertThat(started.text("startedAt")).endsWith("Z");
        Answer completed = owner.post(at(planned) + "/complete").expect(200);
        assertThat(completed.text("status")).isEqualTo("completed");
        assertThat(completed.text("endedAt")).endsWith("Z");
        assertThat(logged("started", planned.id()).path("before").path("status").asText())
                .isEqualTo("planned");
        assertThat(logged("completed", planned.id())
                        .path("after")
                        .path("status")
                        .asText())
                .isEqualTo("completed");
    }

    @Test
    void aTransitIsCancelledBeforeOrOnTheWay() {
        Answer planned = planned();
        assertThat(owner.post(at(planned) + "/cancel").expect(200).text("status"))
                .isEqualTo("cancelled");
        Answer onTheWay = planned();
        owner.post(at(onTheWay) + "/start").expect(200);
        assertThat(owner.post(at(onTheWay) + "/cancel").expect(200).text("status"))
                .isEqualTo("cancelled");
        logged("cancelled", planned.id());
    }

    @Test
    void stepsOutOfTurnAreRefused() {
        Answer transito = planned();
        owner.post(at(transito) + "/complete").expectProblem(409, "conflict");
        owner.post(at(transito) + "/start").expect(200);
        owner.post(at(transito) + "/start").expectProblem(409, "conflict");
        Answer completed = owner.post(at(transito) + "/complete").expect(200);
        for (String step : new String[] {"start", "complete", "cancel"}) {
            owner.post(at(transito) + "/" + step).expectProblem(409, "conflict");
        }
        assertThat(owner.get(at(transito)).expect(200).body()).isEqualTo(completed.body());
    }

    @Test
    void startingArmsTheSealAndCompletingReleasesIt() {
        String seal = Domain.createPrecinto(owner);
        String first = Domain.createTransito(owner, seal);
        String second = Domain.createTransito(owner, seal);

        take(first, "start").expect(200);
        assertThat(status(seal)).isEqualTo("armed");
        Answer refused = take(second, "start").expectProblem(409, "conflict");
        assertThat(refused.text("detail"))
                .contains(owner.get(TRANSITOS + "/" + first).text("code"));
        take(first, "complete").expect(200);
        assertThat(status(seal)).isEqualTo("available");
        take(second, "start").expect(200);
        assertThat(status(seal)).isEqualTo("armed");
        take(second, "cancel").expect(200);
        assertThat(status(seal)).isEqualTo("available");

        assertThat(ofSeal(seal))
                .containsExactly(
                        "precinto.released",
                        "precinto.armed",
                        "precinto.released",
                        "precinto.armed",
                        "precinto.created");
    }

    @Test
    void cancellingAPlannedOneLeavesTheSealAlone() {
        String seal = Domain.createPrecinto(owner);
        String running = Domain.createTransito(owner, seal);
        String planned = Domain.createTransito(owner, seal);
        take(running, "start").expect(200);

        take(planned, "cancel").expect(200);

        assertThat(status(seal)).isEqualTo("armed");
    }

    @Test
    void whatIsWrongWithTheSealIsSaidInTheCallersLanguage() {
        String seal = Domain.createPrecinto(owner);
        String transito = Domain.createTransito(owner, seal);
        owner.patch(PRECINTOS + "/" + seal, Json.object("status", "retired")).expect(200);

        Answer english = take(transito, "start").expectProblem(409, "conflict");
        Answer spanish = owner.with("Accept-Language", "es")
                .post(TRANSITOS + "/" + transito + "/start")
                .expectProblem(409, "conflict");

        assertThat(english.text("detail")).contains("retired");
        assertThat(spanish.text("detail")).contains("retirado");
        assertThat(owner.get(TRANSITOS + "/" + transito).expect(200).text("status"))
                .isEqualTo("planned");
    }

    @Test
    void aStaleStepIsRefusedAndArmsNothing() {
        Answer planned = planned();
        owner.patch(at(planned), Json.object("destination", "Rosario")).expect(200);
        owner.with("If-Match", planned.etag()).post(at(planned) + "/start").expectProblem(412, "precondition-failed");
        assertThat(status(planned.text("precintoId"))).isEqualTo("available");
    }

    @Test
    void oneThatHasLeftKeepsItsSealAndOneOnTheWayStays() {
        String other = Domain.createPrecinto(owner);
        Answer transito = planned();
        owner.patch(at(transito), Json.object("precintoId", other)).expect(200);
        owner.post(at(transito) + "/start").expect(200);
        assertThat(status(other)).isEqualTo("armed");
        String third = Domain.createPrecinto(owner);

        owner.patch(at(transito), Json.object("precintoId", third)).expectProblem(409, "conflict");
        owner.patch(at(transito), Json.object("destination", "Rosario")).expect(200);
        owner.delete(at(transito)).expectProblem(409, "conflict");
        owner.post(at(transito) + "/complete").expect(200);
        owner.patch(at(transito), Json.object("precintoId", third)).expectProblem(409, "conflict");
        owner.delete(at(transito)).expect(204);
    }

    private Answer take(String id, String step) {
        return owner.post(TRANSITOS + "/" + id + "/" + step);
    }

    private String status(String seal) {
        return owner.get(PRECINTOS + "/" + seal).expect(200).text("status");
    }

    /** What the activity log says happened to the seal, the last first. */
    private List<String> ofSeal(String seal) {
        return owner.get("/api/activity?limit=200&entityId=" + seal).expect(200).each("action");
    }

    @Test
    void aViewerTakesNoStep() {
        Api acme = Tenants.demo("owner@acme.test");
        Answer transito = acme.post(TRANSITOS, valid(acme)).expect(201);
        Api viewer = Tenants.demo("viewer@acme.test");
        for (String step : new String[] {"start", "complete", "cancel"}) {
            viewer.post(at(transito) + "/" + step).expectProblem(403, "forbidden");
        }
    }

    @Test
    void aCodeIsTakenOnceInATenantButFreeInOthers() {
        Map<String, Object> body = valid(owner);
        owner.post(TRANSITOS, body).expect(201);
        owner.post(TRANSITOS, body).expectProblem(409, "conflict");
        Api other = Tenants.professional().owner();
        body.put("precintoId", Domain.createPrecinto(other));
        other.post(TRANSITOS, body).expect(201);
    }

    @Test
    void theListIsFilteredBySealAndStatus() {
        String seal = Domain.createPrecinto(owner);
        Answer started = owner.post(TRANSITOS, Domain.transito(seal)).expect(201);
        owner.post(at(started) + "/start").expect(200);
        Answer other = planned();

        assertThat(owner.get(TRANSITOS + "?precintoId=" + seal).expect(200).each("id"))
                .containsExactly(started.id());
        assertThat(owner.get(TRANSITOS + "?status=planned").expect(200).each("id"))
                .containsExactly(other.id());
        assertThat(owner.get(TRANSITOS + "?status=planned&precintoId=" + seal)
                        .expect(200)
                        .items())
                .isEmpty();
    }

    private Answer planned() {
        return owner.post(TRANSITOS, valid(owner)).expect(201);
    }
}
