package io.tenantry.cmo.transito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tenantry.cmo.ManySeals;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.time.BusinessClock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of transits at 100,000 of them: what it finds, and which index serves it. */
class FindTransitosDbTest {

    private static final ManySeals SEALS = new ManySeals();
    private static final Set<TransitoStatus> RUNNING = Set.of(TransitoStatus.inProgress);
    private static final FindTransitos.Filter ALL = new FindTransitos.Filter(null, Set.of(), null, null, null, false);

    @BeforeEach
    void forgetsPlans() {
        SEALS.plans();
    }

    @AfterAll
    static void close() {
        SEALS.close();
    }

    static Stream<Arguments> served() {
        Instant day = Instant.parse("2026-02-01T00:00:00Z");
        FindTransitos.Filter startedThatHour =
                new FindTransitos.Filter(null, Set.of(), null, day, day.plusSeconds(3600), false);
        return Stream.of(
                arguments(ALL, null, "transito_created"),
                arguments(new FindTransitos.Filter(null, RUNNING, null, null, null, false), null, "transito_status"),
                arguments(new FindTransitos.Filter(null, Set.of(), null, null, null, true), null, "transito_status"),
                arguments(ALL, "startedAt", "transito_started"),
                arguments(ALL, "-startedAt", "transito_started"),
                arguments(startedThatHour, null, "transito_started"),
                arguments(ALL, "code", "transito_tenant_id_code_key"));
    }

    @ParameterizedTest
    @MethodSource("served")
    void anIndexServes(FindTransitos.Filter filter, String sort, String index) {
        String cursor = page(filter, sort, null).nextCursor();
        assertThat(SEALS.plans()).allSatisfy(plan -> assertThat(plan).contains(index));
        if (cursor != null) {
            page(filter, sort, cursor);
            assertThat(SEALS.plans()).allSatisfy(plan -> assertThat(plan).contains(index));
        }
    }

    @Test
    void findsWhatIsAskedFor() {
        assertThat(count(new FindTransitos.Filter(null, RUNNING, null, null, null, false)))
                .isEqualTo(50);
        assertThat(count(new FindTransitos.Filter(null, Set.of(), null, null, null, true)))
                .isEqualTo(20);
        assertThat(count(new FindTransitos.Filter("t-9999", Set.of(), null, null, null, false)))
                .isEqualTo(11);
        assertThat(count(new FindTransitos.Filter("LIM", RUNNING, null, null, null, false)))
                .isEqualTo(50);
        assertThat(count(new FindTransitos.Filter("%", Set.of(), null, null, null, false)))
                .isZero();
    }

    private static int count(FindTransitos.Filter filter) {
        return page(filter, null, null).items().size();
    }

    private static Page<TransitoView> page(FindTransitos.Filter filter, String sort, String cursor) {
        return SEALS.in(em -> {
            FindTransitos find = new FindTransitos();
            find.entityManager = em;
            find.customPages = ManySeals.plainPages();
            find.clock = new BusinessClock(false);
            return find.page(filter, Map.of(), new PageRequest(100, cursor, sort));
        });
    }
}
