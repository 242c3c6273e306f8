package io.tenantry.it;

import static io.tenantry.it.product.Domain.ALERTAS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Impersonations;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Keys;
import io.tenantry.it.product.Tenants;
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
    void whoTookAStepAndWhenIsKept() {
        Tenants.Tenant tenant = Tenants.professional();
        owner = tenant.owner();
        Answer alerta = open();
        assertThat(alerta.json().path("acknowledgedBy").isNull()).isTrue();

        Answer acknowledged = owner.post(at(alerta) + "/acknowledge").expect(200);
        assertThat(acknowledged.text("acknowledgedBy")).isEqualTo(tenant.email());
        assertThat(acknowledged.text("acknowledgedAt")).endsWith("Z");
        Api program = Keys.signIn(Keys.create(owner, "alertas:write"));
        Answer resolved = program.post(at(alerta) + "/resolve", Json.object("note", "The driver had parked"))
                .expect(200);

        assertThat(resolved.text("acknowledgedBy")).isEqualTo(tenant.email());
        assertThat(resolved.text("resolvedBy")).startsWith("Gate ");
        assertThat(resolved.text("resolvedAt")).endsWith("Z");
        assertThat(resolved.text("note")).isEqualTo("The driver had parked");
        assertThat(owner.get(at(alerta)).expect(200).body()).isEqualTo(resolved.body());
        assertThat(logged("resolved", alerta.id()).path("after").path("note").asText())
                .isEqualTo("The driver had parked");
    }

    @Test
    void whoIsImpersonatedDidNotDoIt() {
        Tenants.Tenant tenant = Tenants.professional();
        owner = tenant.owner();
        Answer alerta = open();
        Api administrator = Impersonations.begin(Impersonations.handOver(Tenants.platform(), tenant))
                .api();
        assertThat(administrator.post(at(alerta) + "/acknowledge").expect(200).text("acknowledgedBy"))
                .isEqualTo("admin@tenantry.test");
    }

    @Test
    void aNoteIsCheckedLikeAnyBody() {
        Answer alerta = open();
        String resolve = at(alerta) + "/resolve";
        owner.post(resolve, Json.object("note", "a".repeat(1_001))).expectProblem(400, "validation");
        owner.post(resolve, Json.object("remark", "a")).expectProblem(400, "validation");
        owner.post(resolve, "not JSON").expectProblem(400, "validation");
        assertThat(owner.get(at(alerta)).expect(200).text("status")).isEqualTo("open");
        assertThat(owner.post(resolve, "{}").expect(200).json().path("note").isNull())
                .isTrue();
    }

    @Test
    void anAlertIsNotAboutATransitOfAnotherSeal() {
        Map<String, Object> body = valid(owner);
        String seal = Domain.createPrecinto(owner);
        body.put("transitoId", Domain.createTransito(owner, seal));
        Answer refused = owner.post(ALERTAS, body).expectProblem(400, "validation");
        assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/transitoId");
        body.put("precintoId", seal);
        Answer alerta = owner.post(ALERTAS, body).expect(201);
        String other = Domain.createPrecinto(owner);
        owner.patch(at(alerta), Json.object("precintoId", other)).expectProblem(400, "validation");
        owner.patch(Domain.TRANSITOS + "/" + body.get("transitoId"), Json.object("precintoId", other))
                .expectProblem(409, "conflict");
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
