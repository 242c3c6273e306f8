package io.tenantry.it;

import static io.tenantry.it.product.Domain.ALERTAS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Domain;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Alerts: open, acknowledged, resolved. */
class AlertasIT extends CollectionContract {

    AlertasIT() {
        super(ALERTAS, "alerta", "severity", "low");
    }

    @Override
    Map<String, Object> valid(Api api) {
        return Domain.alerta(Domain.createPrecinto(api));
    }

    @Test
    void anAlertIsAcknowledgedAndResolved() {
        Answer alerta = open();
        assertThat(alerta.text("status")).isEqualTo("open");
        assertThat(owner.post(at(alerta) + "/acknowledge").expect(200).text("status"))
                .isEqualTo("acknowledged");
        assertThat(owner.post(at(alerta) + "/resolve").expect(200).text("status"))
                .isEqualTo("resolved");
        logged("acknowledged", alerta.id());
        logged("resolved", alerta.id());
    }

    @Test
    void stepsOutOfTurnAreRefused() {
        Answer alerta = open();
        owner.post(at(alerta) + "/resolve").expect(200);
        owner.post(at(alerta) + "/resolve").expectProblem(409, "conflict");
        owner.post(at(alerta) + "/acknowledge").expectProblem(409, "conflict");
        assertThat(owner.get(at(alerta)).expect(200).text("status")).isEqualTo("resolved");
    }

    @Test
    void anAlertMayBeAboutATransit() {
        String seal = Domain.createPrecinto(owner);
        Map<String, Object> body = Domain.alerta(seal);
        body.put("transitoId", Domain.createTransito(owner, seal));
        assertThat(owner.post(ALERTAS, body).expect(201).text("transitoId")).isEqualTo(body.get("transitoId"));
    }

    @Test
    void theListIsFilteredBySealAndStatus() {
        String seal = Domain.createPrecinto(owner);
        Answer resolved = owner.post(ALERTAS, Domain.alerta(seal)).expect(201);
        owner.post(at(resolved) + "/resolve").expect(200);
        Answer other = open();

        assertThat(owner.get(ALERTAS + "?precintoId=" + seal).expect(200).each("id"))
                .containsExactly(resolved.id());
        assertThat(owner.get(ALERTAS + "?status=open").expect(200).each("id")).containsExactly(other.id());
    }

    private Answer open() {
        return owner.post(ALERTAS, valid(owner)).expect(201);
    }
}
