package io.tenantry.cmo.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.cmo.SealFixture;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OneImportDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = new StandaloneUnit("cmoPU", DATABASE.app(), Map.of());

    private final SealFixture seals = new SealFixture(DATABASE, UNIT);

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @Test
    void theNextOfTheTenantIsRefusedUntilTheFirstHasEnded() {
        SealFixture other = new SealFixture(DATABASE, UNIT);

        seals.in(em -> {
            OneImport.begin(em, "precintos");
            assertThat(begins(seals, "precintos")).isFalse();
            assertThat(begins(seals, "transitos")).isTrue();
            assertThat(begins(other, "precintos")).isTrue();
            return null;
        });

        assertThat(begins(seals, "precintos")).isTrue();
    }

    /** In a thread, and so in a transaction, of its own. */
    private static boolean begins(SealFixture tenant, String kind) {
        return CompletableFuture.supplyAsync(() -> tenant.in(em -> {
                    try {
                        OneImport.begin(em, kind);
                        return true;
                    } catch (ProblemException e) {
                        assertThat(e.type()).isEqualTo(ProblemType.CONFLICT);
                        return false;
                    }
                }))
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}
