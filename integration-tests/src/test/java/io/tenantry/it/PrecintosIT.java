package io.tenantry.it;

import static io.tenantry.it.product.Domain.PRECINTOS;
import static io.tenantry.it.product.Domain.TRANSITOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Tenants;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Electronic seals. */
class PrecintosIT extends CollectionContract {

    PrecintosIT() {
        super(PRECINTOS, "precinto", "status", "retired");
    }

    @Override
    Map<String, Object> valid(Api api) {
        return Domain.precinto();
    }

    @Test
    void aCodeIsTakenOnceInATenantButFreeInOthers() {
        owner.post(PRECINTOS, Domain.precinto("MX-1")).expect(201);
        owner.post(PRECINTOS, Domain.precinto("MX-1")).expectProblem(409, "conflict");
        Tenants.professional().owner().post(PRECINTOS, Domain.precinto("MX-1")).expect(201);
    }

    @Test
    void aChangeToATakenCodeIsRefused() {
        owner.post(PRECINTOS, Domain.precinto("MX-1")).expect(201);
        Answer other = owner.post(PRECINTOS, Domain.precinto("MX-2")).expect(201);
        owner.patch(at(other), Json.object("code", "MX-1")).expectProblem(409, "conflict");
        assertThat(owner.get(at(other)).expect(200).body()).isEqualTo(other.body());
    }

    @Test
    void aFreedCodeCanBeTakenAgain() {
        Answer first = owner.post(PRECINTOS, Domain.precinto("MX-1")).expect(201);
        owner.delete(at(first)).expect(204);
        owner.post(PRECINTOS, Domain.precinto("MX-1")).expect(201);
    }

    @Test
    void aNewOneIsAvailable() {
        assertThat(owner.post(PRECINTOS, Domain.precinto()).expect(201).text("status"))
                .isEqualTo("available");
    }

    @Test
    void nullInAChangeClears() {
        Map<String, Object> body = Domain.precinto();
        body.put("batteryPct", 80);
        Answer created = owner.post(PRECINTOS, body).expect(201);
        assertThat(created.json().path("batteryPct").asInt()).isEqualTo(80);
        Answer changed =
                owner.patch(at(created), Json.object("batteryPct", null)).expect(200);
        assertThat(changed.json().path("batteryPct").asText("")).isIn("", "null");
        owner.patch(at(created), Json.object("code", null)).expectProblem(400, "validation");
    }

    @Test
    void changesOfDifferentMembersAtTheSameTimeAreBothKept() {
        Object[] changes = {Json.object("status", "retired"), Json.object("batteryPct", 50)};
        for (int round = 0; round < 20; round++) {
            Answer created = owner.post(PRECINTOS, Domain.precinto()).expect(201);
            List<Answer> answers = AtOnce.run(2, i -> owner.patch(at(created), changes[i]));
            Answer result = owner.get(at(created)).expect(200);
            assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409, 412));
            if (answers.get(0).status() == 200) {
                assertThat(result.text("status")).as("%s", answers).isEqualTo("retired");
            }
            if (answers.get(1).status() == 200) {
                assertThat(result.text("batteryPct")).as("%s", answers).isEqualTo("50");
            }
        }
    }

    @Test
    void theListIsFilteredByStatusAndSortedByCode() {
        for (String code : new String[] {"B", "C", "A"}) {
            owner.post(PRECINTOS, Domain.precinto("MX-" + code)).expect(201);
        }
        Answer retired = owner.post(PRECINTOS, Domain.precinto("MX-D")).expect(201);
        owner.patch(at(retired), Json.object("status", "retired")).expect(200);

        assertThat(owner.get(PRECINTOS + "?status=retired").expect(200).each("id"))
                .containsExactly(retired.id());
        assertThat(owner.get(PRECINTOS + "?status=available&sort=code")
                        .expect(200)
                        .each("code"))
                .containsExactly("MX-A", "MX-B", "MX-C");
        assertThat(owner.get(PRECINTOS + "?sort=-code").expect(200).each("code"))
                .containsExactly("MX-D", "MX-C", "MX-B", "MX-A");
    }

    @Test
    void whatASealHasSeenIsNotForgottenByLeavingItOut() {
        Answer seal = owner.post(PRECINTOS, Domain.precinto()).expect(201);
        owner.patch(at(seal), Json.object("status", "retired")).expect(200);
        owner.patch(at(seal), Collections.singletonMap("status", null)).expectProblem(400, "validation");
        assertThat(owner.get(at(seal)).expect(200).text("status")).isEqualTo("retired");
    }

    @Test
    void nobodyArmsOrTampersByHand() {
        for (String status : new String[] {"armed", "tampered"}) {
            Map<String, Object> born = Domain.precinto();
            born.put("status", status);
            owner.post(PRECINTOS, born).expectProblem(409, "conflict");
            Answer seal = owner.post(PRECINTOS, Domain.precinto()).expect(201);
            owner.patch(at(seal), Json.object("status", status)).expectProblem(409, "conflict");
            assertThat(owner.get(at(seal)).expect(200).body()).isEqualTo(seal.body());
        }
        Map<String, Object> retired = Domain.precinto();
        retired.put("status", "retired");
        Answer seal = owner.post(PRECINTOS, retired).expect(201);
        owner.patch(at(seal), Json.object("status", "available")).expect(200);
    }

    @Test
    void anArmedOneIsReleasedByItsTransitOnly() {
        Answer seal = owner.post(PRECINTOS, Domain.precinto()).expect(201);
        String transito = Domain.createTransito(owner, seal.id());
        String code =
                owner.post(TRANSITOS + "/" + transito + "/start").expect(200).text("code");
        for (String status : new String[] {"available", "retired", "tampered"}) {
            assertThat(owner.patch(at(seal), Json.object("status", status))
                            .expectProblem(409, "conflict")
                            .text("detail"))
                    .contains(code);
        }
        assertThat(owner.patch(at(seal), Json.object("batteryPct", 50))
                        .expect(200)
                        .text("status"))
                .isEqualTo("armed");
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        owner.post(PRECINTOS, Domain.precinto()).expect(201);
        owner.post(PRECINTOS, Domain.precinto()).expect(201);
        String cursor = owner.get(PRECINTOS + "?limit=1&sort=code").expect(200).text("nextCursor");
        owner.get(PRECINTOS + "?limit=1&sort=-code&cursor=" + cursor).expectProblem(400, "validation");
    }
}
