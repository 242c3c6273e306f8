package io.tenantry.tenant.webhook.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InFlightTest {

    private final InFlight inFlight = new InFlight();
    private final TenantId one = new TenantId(Ids.next());
    private final TenantId other = new TenantId(Ids.next());
    private final UUID endpoint = Ids.next();

    @Test
    void anEndpointIsFullAndItsTenantIsNot() {
        enter(one, endpoint, InFlight.OF_ENDPOINT - 1);
        assertThat(inFlight.full(one)).isEmpty();
        enter(one, endpoint, 1);
        assertThat(inFlight.full(one)).containsExactly(endpoint);
        assertThat(inFlight.full(other)).isEmpty();
        assertThat(inFlight.hasRoom(one)).isTrue();
    }

    @Test
    void aTenantIsFullAndTheOthersAreNot() {
        for (int i = 0; i < InFlight.OF_TENANT; i++) {
            assertThat(inFlight.hasRoom(one)).isTrue();
            enter(one, Ids.next(), 1);
        }
        assertThat(inFlight.hasRoom(one)).isFalse();
        assertThat(inFlight.hasRoom(other)).isTrue();
    }

    @Test
    void aNodeIsFullAndNobodyHasRoom() {
        for (int i = 0; i < InFlight.OF_NODE; i++) {
            assertThat(inFlight.hasRoom()).isTrue();
            enter(new TenantId(Ids.next()), Ids.next(), 1);
        }
        assertThat(inFlight.hasRoom()).isFalse();
        assertThat(inFlight.hasRoom(one)).isFalse();
    }

    @Test
    void whatIsDoneMakesRoom() {
        enter(one, endpoint, InFlight.OF_ENDPOINT);
        inFlight.leave(one, endpoint);
        assertThat(inFlight.full(one)).isEmpty();
        for (int i = 1; i < InFlight.OF_ENDPOINT; i++) {
            inFlight.leave(one, endpoint);
        }
        enter(one, endpoint, InFlight.OF_ENDPOINT);
        assertThat(inFlight.full(one)).containsExactly(endpoint);
    }

    private void enter(TenantId tenant, UUID of, int times) {
        for (int i = 0; i < times; i++) {
            inFlight.enter(tenant, of);
        }
    }
}
