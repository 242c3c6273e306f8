package io.tenantry.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BulkTest {

    @Test
    void aDefectIsToldLikeAnyFailure() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();

        Bulk bulk = Bulk.run(List.of(first, second), "en", id -> {
            if (id.equals(second)) {
                throw new IllegalStateException("as told");
            }
        });

        assertThat(bulk.done()).isEqualTo(1);
        assertThat(bulk.results().get(1).problem()).containsEntry("status", 500);
    }

    @Test
    void oneThatFailsLeavesTheOthersAlone() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        List<UUID> done = new ArrayList<>();

        Bulk bulk = Bulk.run(List.of(first, second, first), "es", id -> {
            if (id.equals(first)) {
                throw ProblemException.notFound();
            }
            done.add(id);
        });

        assertThat(done).containsExactly(second);
        assertThat(bulk.done()).isEqualTo(1);
        assertThat(bulk.results()).extracting(Bulk.Result::id).containsExactly(first, second);
        assertThat(bulk.results()).extracting(Bulk.Result::result).containsExactly("failed", "done");
        assertThat(bulk.results().get(0).problem())
                .containsEntry("type", "/problems/not-found")
                .containsEntry("status", 404)
                .containsKeys("title", "detail");
        assertThat(bulk.results().get(1).problem()).isNull();
    }
}
