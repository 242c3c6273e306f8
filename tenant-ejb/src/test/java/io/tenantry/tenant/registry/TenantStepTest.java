package io.tenantry.tenant.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.text.Text;
import io.tenantry.tenant.plan.TenantPlan;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantStepTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    /** Every status and every step; a status to resume to is the one that the tenant was made with. */
    private static final String PAIRS = """
            trial, SUSPEND, suspended
            trial, RESUME,
            trial, CLOSE, closing
            trial, PURGE,
            trial, ACTIVATE, active
            trial, FALL_BEHIND,
            trial, CATCH_UP,
            active, SUSPEND, suspended
            active, RESUME,
            active, CLOSE, closing
            active, PURGE,
            active, ACTIVATE,
            active, FALL_BEHIND, pastDue
            active, CATCH_UP,
            pastDue, SUSPEND, suspended
            pastDue, RESUME,
            pastDue, CLOSE, closing
            pastDue, PURGE,
            pastDue, ACTIVATE,
            pastDue, FALL_BEHIND,
            pastDue, CATCH_UP, active
            suspended, SUSPEND,
            suspended, RESUME, active
            suspended, CLOSE, closing
            suspended, PURGE,
            suspended, ACTIVATE,
            suspended, FALL_BEHIND,
            suspended, CATCH_UP,
            closing, SUSPEND,
            closing, RESUME, active
            closing, CLOSE,
            closing, PURGE, purging
            closing, ACTIVATE,
            closing, FALL_BEHIND,
            closing, CATCH_UP,
            purging, SUSPEND,
            purging, RESUME,
            purging, CLOSE,
            purging, PURGE, purging
            purging, ACTIVATE,
            purging, FALL_BEHIND,
            purging, CATCH_UP,
            """;

    @ParameterizedTest
    @CsvSource(textBlock = PAIRS)
    void leadsOnOrIsRefused(String from, TenantStep step, String to) {
        Tenant tenant = in(TenantStatus.of(from));

        if (to == null) {
            assertThatThrownBy(() -> take(tenant, step))
                    .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                    .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT))
                    .extracting(ProblemException::detail)
                    .isEqualTo(Text.of("tenant.status-step", from));
            assertThat(tenant.status().code()).isEqualTo(from);
        } else {
            take(tenant, step);
            assertThat(tenant.status().code()).isEqualTo(to);
        }
    }

    @Test
    void everyPairIsThere() {
        Stream<String> all = Arrays.stream(TenantStatus.values())
                .flatMap(status -> Arrays.stream(TenantStep.values()).map(step -> status.code() + ", " + step));

        assertThat(PAIRS.lines().map(line -> line.substring(0, line.lastIndexOf(','))))
                .containsExactlyInAnyOrderElementsOf(all.toList());
    }

    @ParameterizedTest
    @CsvSource({"trial", "active", "pastDue"})
    void resumingGivesTheStatusBefore(String before) {
        Tenant suspended = in(TenantStatus.of(before));
        suspended.suspend("unpaid");
        suspended.resume();
        assertThat(suspended.status().code()).isEqualTo(before);
        assertThat(suspended.statusReason()).isEmpty();

        Tenant closed = in(TenantStatus.of(before));
        closed.suspend("unpaid");
        closed.close("moved away", NOW);
        assertThat(closed.statusReason()).contains("moved away");
        closed.resume();
        assertThat(closed.status().code()).isEqualTo(before);
        assertThat(closed.purgeAfter()).isEmpty();
    }

    @Test
    void nothingGoesBeforeTheGraceIsOver() {
        Tenant tenant = in(TenantStatus.ACTIVE);
        tenant.close("moved away", NOW.plusSeconds(1));

        assertThatThrownBy(() -> tenant.purge(NOW))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(ProblemException::detail)
                .isEqualTo(Text.of("tenant.grace-not-over", "2026-03-01T10:00:01Z"));
        assertThat(tenant.status()).isEqualTo(TenantStatus.CLOSING);
        tenant.purge(NOW.plusSeconds(1));
        assertThat(tenant.status()).isEqualTo(TenantStatus.PURGING);
    }

    @Test
    void itIsEndedByItsNameOnly() {
        Tenant tenant = in(TenantStatus.ACTIVE);

        tenant.requireNamed("acme");
        assertThatThrownBy(() -> tenant.requireNamed("acme2")).isInstanceOf(ProblemException.class);
    }

    private static void take(Tenant tenant, TenantStep step) {
        switch (step) {
            case SUSPEND -> tenant.suspend("because");
            case ACTIVATE -> tenant.activate();
            case FALL_BEHIND -> tenant.fallBehind();
            case CATCH_UP -> tenant.catchUp();
            case RESUME -> tenant.resume();
            case CLOSE -> tenant.close("because", NOW);
            case PURGE -> tenant.purge(NOW);
        }
    }

    private static Tenant in(TenantStatus status) {
        Tenant tenant =
                new Tenant(new TenantId(new UUID(0, 1)), new Slug("acme"), "Acme", new FreePlan(status), true, NOW);
        if (status == TenantStatus.PAST_DUE) {
            tenant.fallBehind();
        }
        if (status == TenantStatus.SUSPENDED) {
            tenant.suspend("because");
        }
        if (status == TenantStatus.CLOSING || status == TenantStatus.PURGING) {
            tenant.close("because", NOW);
        }
        if (status == TenantStatus.PURGING) {
            tenant.purge(NOW);
        }
        assertThat(tenant.status()).isEqualTo(status);
        return tenant;
    }

    /** With a trial where one is wanted. */
    private static final class FreePlan extends TenantPlan {

        private final boolean trial;

        FreePlan(TenantStatus status) {
            trial = status == TenantStatus.TRIAL;
        }

        @Override
        public int trialDays() {
            return trial ? 14 : 0;
        }
    }
}
