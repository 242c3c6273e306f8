package io.tenantry.it;

import static io.tenantry.it.product.Domain.PRECINTOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Tenants;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan's hard limit is exact, whoever arrives at once. */
class LimitIT extends BlackBox {

    private static final int LIMIT = 50;

    // attack case 30
    @Test
    void theLastPlaceIsTakenByExactlyOne() {
        Api owner = Tenants.starter().owner();
        for (int i = 1; i < LIMIT; i++) {
            Domain.createPrecinto(owner);
        }

        List<Answer> answers = AtOnce.run(50, i -> owner.post(PRECINTOS, Domain.precinto()));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .hasSize(49)
                .allSatisfy(LimitIT::saysWhy);
        assertThat(owner.get(PRECINTOS + "?limit=200").expect(200).items()).hasSize(LIMIT);
    }

    @Test
    void aDeletedOneMakesRoom() {
        Api owner = Tenants.starter().owner();
        String first = Domain.createPrecinto(owner);
        for (int i = 1; i < LIMIT; i++) {
            Domain.createPrecinto(owner);
        }
        saysWhy(owner.post(PRECINTOS, Domain.precinto()));

        owner.delete(PRECINTOS + "/" + first).expect(204);

        Domain.createPrecinto(owner);
        saysWhy(owner.post(PRECINTOS, Domain.precinto()));
    }

    @Test
    void aRefusedCreationTakesNoPlace() {
        Api owner = Tenants.starter().owner();
        Object first = Domain.precinto();
        owner.post(PRECINTOS, first).expect(201);
        for (int i = 0; i < LIMIT; i++) {
            owner.post(PRECINTOS, first).expectProblem(409, "conflict");
        }
        for (int i = 1; i < LIMIT; i++) {
            Domain.createPrecinto(owner);
        }
        saysWhy(owner.post(PRECINTOS, Domain.precinto()));
    }

    private static void saysWhy(Answer answer) {
        answer.expectProblem(402, "limit-exceeded");
        assertThat(answer.text("resource")).isEqualTo("precintos");
        assertThat(answer.text("plan")).isEqualTo("starter");
        assertThat(answer.json().path("limit").asInt()).isEqualTo(LIMIT);
        assertThat(answer.json().path("used").asInt()).isEqualTo(LIMIT);
        assertThat(answer.json().path("requested").asInt()).isEqualTo(1);
    }
}
