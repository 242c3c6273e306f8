package io.tenantry.it;

import static io.tenantry.it.product.Domain.PRECINTOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Tenants;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A request repeated under the same key happens once. */
class IdempotencyIT extends BlackBox {

    private final Api owner = Tenants.professional().owner();
    private final Api keyed = owner.with("Idempotency-Key", UUID.randomUUID().toString());

    @Test
    void aRepeatedRequestIsAnsweredAsTheFirst() {
        Object body = Domain.precinto();
        Answer first = keyed.post(PRECINTOS, body).expect(201);
        Answer second = keyed.post(PRECINTOS, body).expect(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(owner.get(PRECINTOS).expect(200).items()).hasSize(1);
    }

    @Test
    void theKeyIsNotForAnotherBody() {
        keyed.post(PRECINTOS, Domain.precinto("A")).expect(201);
        keyed.post(PRECINTOS, Domain.precinto("B")).expectProblem(422, "idempotency-key-reused");
        assertThat(owner.get(PRECINTOS).expect(200).each("code")).containsExactly("A");
    }

    @Test
    void theKeyIsNotForAnotherPlace() {
        String precinto = keyed.post(PRECINTOS, Domain.precinto()).expect(201).id();
        keyed.post(Domain.TRANSITOS, Domain.transito(precinto)).expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void manyAtOnceAreOne() {
        Object body = Domain.precinto();
        List<Answer> answers = AtOnce.run(20, i -> keyed.post(PRECINTOS, body));
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers).extracting(Answer::body).containsOnly(answers.get(0).body());
        assertThat(owner.get(PRECINTOS).expect(200).items()).hasSize(1);
    }

    @Test
    void anotherTenantsKeyIsAnotherKey() {
        String key = UUID.randomUUID().toString();
        Object body = Domain.precinto();
        Api other = Tenants.professional().owner();
        String one = owner.with("Idempotency-Key", key)
                .post(PRECINTOS, body)
                .expect(201)
                .id();
        String two = other.with("Idempotency-Key", key)
                .post(PRECINTOS, body)
                .expect(201)
                .id();
        assertThat(two).isNotEqualTo(one);
        assertThat(other.get(PRECINTOS).expect(200).each("id")).containsExactly(two);
    }

    @Test
    void aRefusedRequestMayBeRepeatedOnceItsCauseIsGone() {
        Answer taken = owner.post(PRECINTOS, Domain.precinto("A")).expect(201);
        keyed.post(PRECINTOS, Domain.precinto("A")).expectProblem(409, "conflict");
        owner.delete(PRECINTOS + "/" + taken.id()).expect(204);
        assertThat(keyed.post(PRECINTOS, Domain.precinto("A")).status()).isIn(201, 409);
        assertThat(owner.get(PRECINTOS).expect(200).items()).hasSizeLessThanOrEqualTo(1);
    }
}
