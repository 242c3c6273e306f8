package io.tenantry.web.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.access.Access;
import io.tenantry.tenant.event.EventType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wanted, and what of it may be told. */
class InterestTest {

    private static final List<EventType> KNOWN = List.of(
            EventType.live("cmo", "alerta.created", "alertas:read"),
            EventType.live("cmo", "alerta.resolved", "alertas:read"),
            EventType.live("tenant", "usage.thresholdReached", "usage:read"),
            EventType.of("cmo", "transito.started"));

    @Test
    void withoutAWishItIsAllThatIsLive() {
        assertThat(Interest.in(null, KNOWN).types())
                .containsOnlyKeys("alerta.created", "alerta.resolved", "usage.thresholdReached", "usage");
    }

    @Test
    void aWishNamesTypesOrTheirBeginning() {
        assertThat(Interest.in("alerta.*", KNOWN).types()).containsOnlyKeys("alerta.created", "alerta.resolved");
        assertThat(Interest.in("usage, alerta.created,alerta.created", KNOWN).types())
                .containsOnlyKeys("usage", "alerta.created");
        assertThat(Interest.in("usage.*", KNOWN).types()).containsOnlyKeys("usage.thresholdReached");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "alerta", "alert.*", "*", ".*", "transito.started", "alerta.created,", "alerta*"})
    void aWishForNothingIsAMistake(String wanted) {
        assertThatThrownBy(() -> Interest.in(wanted, KNOWN)).isInstanceOf(ProblemException.class);
    }

    @Test
    void whatOneMayNotReadIsNotTold() {
        Interest all = Interest.in(null, KNOWN);
        assertThat(all.visible(access("usage:read"))).containsExactlyInAnyOrder("usage.thresholdReached", "usage");
        assertThat(all.visible(access("alertas:write"))).isEmpty();
        assertThatThrownBy(() -> all.requireVisible(access())).isInstanceOf(ProblemException.class);
    }

    private static Access access(String... permissions) {
        Access.Place place = new Access.Place(
                new TenantId(new UUID(1, 1)), "a", "A", Optional.empty(), new TreeSet<>(Set.of(permissions)));
        return Access.ofKey(new UUID(1, 2), "key", place);
    }
}
