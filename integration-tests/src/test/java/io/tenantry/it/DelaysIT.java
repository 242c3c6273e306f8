package io.tenantry.it;

import static io.tenantry.it.product.Domain.ALERTAS;
import static io.tenantry.it.product.Domain.TRANSITOS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Plans;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A transit that is late is told of by an alert; whoever moves the clock finds that done. */
class DelaysIT extends BlackBox {

    private static final String CLOCK = "/api/admin/clock";

    private final Tenant tenant = Tenants.professional();
    private final Api platform = Tenants.platform();
    private final Api owner = tenant.owner();

    @Test
    void aLateTransitIsToldOfOnceForEachTimeItIsExpectedAt() {
        String planned = expected(now().plusSeconds(10));
        String late = expected(now().plusSeconds(10));
        String intime = expected(now().plus(Duration.ofDays(300)));
        start(late);
        start(intime);

        advance(Duration.ofMinutes(1));
        AtOnce.run(2, i -> advance(Duration.ofSeconds(i)));

        assertThat(alertas()).singleElement().satisfies(alerta -> {
            assertThat(alerta.path("transitoId").asText()).isEqualTo(late);
            assertThat(alerta.path("type").asText()).isEqualTo("delay");
            assertThat(alerta.path("severity").asText()).isEqualTo("medium");
            assertThat(alerta.path("message").asText())
                    .contains(owner.get(TRANSITOS + "/" + late).text("code"));
        });
        owner.patch(
                        TRANSITOS + "/" + late,
                        Json.object("expectedAt", now().plusSeconds(10).toString()))
                .expect(200);
        start(planned);
        advance(Duration.ofMinutes(1));
        assertThat(alertas())
                .extracting(alerta -> alerta.path("transitoId").asText())
                .containsExactlyInAnyOrder(late, late, planned);
        owner.post(TRANSITOS + "/" + late + "/complete").expect(200);
        advance(Duration.ofMinutes(1));
        assertThat(alertas()).hasSize(3);
    }

    @Test
    void aTenantThatMayHaveNoMoreAlertsKeepsNobodyElseFromTheirs() {
        Tenant other = Tenants.professional();
        String plan = Plans.reserved(
                platform,
                tenant.id(),
                Plans.values(
                        List.of(),
                        Plans.limit("alertas", 0, 0),
                        Plans.limit("transitos", 10, 10),
                        Plans.limit("precintos", 10, 10),
                        Plans.limit("users", 10, 10)));
        Plans.move(platform, tenant.id(), plan).expect(200);
        start(expected(now().plusSeconds(10)));
        String precinto = Domain.createPrecinto(other.owner());
        Map<String, Object> body = Domain.transito(precinto);
        body.put("expectedAt", now().plusSeconds(10).toString());
        String transito = other.owner().post(TRANSITOS, body).expect(201).id();
        other.owner().post(TRANSITOS + "/" + transito + "/start").expect(200);

        advance(Duration.ofMinutes(1));

        assertThat(alertas()).isEmpty();
        assertThat(other.owner().get(ALERTAS).expect(200).each("transitoId")).containsExactly(transito);
    }

    private String expected(Instant at) {
        Map<String, Object> body = Domain.transito(Domain.createPrecinto(owner));
        body.put("expectedAt", at.toString());
        return owner.post(TRANSITOS, body).expect(201).id();
    }

    private void start(String transito) {
        owner.post(TRANSITOS + "/" + transito + "/start").expect(200);
    }

    private List<JsonNode> alertas() {
        return owner.get(ALERTAS + "?limit=200").expect(200).items().toList();
    }

    private Instant now() {
        return Instant.parse(platform.get(CLOCK).expect(200).text("now"));
    }

    /** Somebody else may have moved it further at the same time. */
    private int advance(Duration duration) {
        return platform.put(CLOCK, Json.object("now", now().plus(duration).toString()))
                .status();
    }
}
