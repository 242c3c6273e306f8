package io.tenantry.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TenantContextTest {

    private static final TenantId ONE = new TenantId(new UUID(0, 1));
    private static final TenantId TWO = new TenantId(new UUID(0, 2));

    private final ExecutorService otherThread = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        otherThread.shutdownNow();
        TenantContext.clear();
    }

    @Test
    void aThreadBeginsWithoutTenant() {
        assertThat(TenantContext.current()).isEmpty();
        assertThatThrownBy(TenantContext::required).isInstanceOf(TenantRequired.class);
    }

    @Test
    void leavingAScopeRestoresWhatWasBefore() {
        try (TenantContext.Scope outer = TenantContext.enter(ONE)) {
            try (TenantContext.Scope inner = TenantContext.enter(TWO)) {
                assertThat(TenantContext.required()).isEqualTo(TWO);
            }
            assertThat(TenantContext.required()).isEqualTo(ONE);
        }
        assertThat(TenantContext.current()).isEmpty();
    }

    @Test
    void aFailureRestoresWhatWasBefore() {
        TenantContext.run(ONE, () -> {
            assertThatThrownBy(() -> TenantContext.run(TWO, () -> {
                        throw new IllegalArgumentException("failed");
                    }))
                    .hasMessage("failed");
            assertThat(TenantContext.required()).isEqualTo(ONE);
        });
        assertThat(TenantContext.current()).isEmpty();
    }

    @Test
    void callAnswersWhatTheWorkAnswers() {
        assertThat(TenantContext.call(ONE, TenantContext::required)).isEqualTo(ONE);
    }

    @Test
    void anotherThreadHasNoTenant() throws Exception {
        try (TenantContext.Scope scope = TenantContext.enter(ONE)) {
            assertThat(otherThread.submit(TenantContext::current).get()).isEmpty();
        }
    }

    @Test
    void aBoundTaskCarriesTheTenantAndLeavesNone() throws Exception {
        Callable<TenantId> task = TenantContext.call(ONE, () -> TenantContext.bound(TenantContext::required));

        assertThat(otherThread.submit(task).get()).isEqualTo(ONE);
        assertThat(otherThread.submit(TenantContext::current).get()).isEqualTo(Optional.empty());
    }

    @Test
    void aBoundTaskKeepsItsTenantOnAThreadThatWorksForAnother() throws Exception {
        Callable<TenantId> task = TenantContext.call(ONE, () -> TenantContext.bound(TenantContext::required));

        try (TenantContext.Scope scope = TenantContext.enter(TWO)) {
            assertThat(task.call()).isEqualTo(ONE);
            assertThat(TenantContext.required()).isEqualTo(TWO);
        }
    }

    @Test
    void nothingIsBoundWithoutTenant() {
        assertThatThrownBy(() -> TenantContext.bound(() -> "never")).isInstanceOf(TenantRequired.class);
    }

    @Test
    void clearForgetsTheTenant() {
        TenantContext.enter(ONE);
        TenantContext.clear();
        assertThat(TenantContext.current()).isEmpty();
    }

    @Test
    void aTenantIdIsNeverNull() {
        assertThatThrownBy(() -> new TenantId(null)).isInstanceOf(NullPointerException.class);
    }
}
