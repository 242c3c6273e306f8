package io.tenantry.it;

import static io.tenantry.it.product.Domain.TRANSITOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Tenants;
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
