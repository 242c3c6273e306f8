package io.tenantry.cmo.alerta;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.cmo.ManySeals;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of alerts at 100,000 of them: the open ones are found by their index. */
class FindAlertasDbTest {

    private static final ManySeals SEALS = new ManySeals();

    @BeforeEach
    void forgetsPlans() {
        SEALS.plans();
    }

    @AfterAll
    static void close() {
        SEALS.close();
    }

    @Test
    void openOnesAreFoundByAnIndex() {
        Page<AlertaView> page = page(null, Set.of(AlertaStatus.open), null);

        assertThat(SEALS.plans()).hasSize(1).allSatisfy(plan -> assertThat(plan).contains("alerta_status"));
        assertThat(page.items())
                .hasSize(50)
                .isSortedAccordingTo((a, b) -> b.createdAt().compareTo(a.createdAt()));

        page = page(null, Set.of(AlertaStatus.open), page.nextCursor());

        assertThat(SEALS.plans()).hasSize(1).allSatisfy(plan -> assertThat(plan).contains("alerta_status"));
        assertThat(page.items()).hasSize(50);
        assertThat(page.nextCursor()).isNull();
    }

    @Test
    void severalStatesAndTextsAreFoundTogether() {
        Page<AlertaView> page = page("alert 99", Set.of(AlertaStatus.open, AlertaStatus.acknowledged), null);

        assertThat(page.items()).extracting(AlertaView::message).containsExactly("Alert 99000");
    }

    private static Page<AlertaView> page(String text, Set<AlertaStatus> status, String cursor) {
        return SEALS.in(em -> {
            FindAlertas find = new FindAlertas();
            find.entityManager = em;
            find.customPages = ManySeals.plainPages();
            return find.page(
                    new FindAlertas.Filter(text, status, Set.of(), Set.of(), null, null, null, null),
                    Map.of(),
                    new PageRequest(50, cursor, null));
        });
    }
}
