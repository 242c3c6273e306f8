package io.tenantry.billing.subscription;

import static io.tenantry.billing.subscription.SubscriptionStatus.ACTIVE;
import static io.tenantry.billing.subscription.SubscriptionStatus.CANCELLED;
import static io.tenantry.billing.subscription.SubscriptionStatus.PAST_DUE;
import static io.tenantry.billing.subscription.SubscriptionStatus.SUSPENDED;
import static io.tenantry.billing.subscription.SubscriptionStatus.TRIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where each step leads from each status, and that no other does. */
class SubscriptionLifeTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-10");
    private static final UUID PLAN = UUID.fromString("01930000-0000-7000-8000-000000000002");

    /** What can be done to a subscription, and where it leads; absent: nowhere. */
    private enum Step {
        ACTIVATE(held -> held.activate(DAY), Map.of(TRIAL, ACTIVE)),
        PAST_DUE_NOW(TenantBilling::pastDue, Map.of(ACTIVE, PAST_DUE)),
        PAID(TenantBilling::paid, Map.of(PAST_DUE, ACTIVE)),
        SUSPEND(TenantBilling::suspend, Map.of(TRIAL, SUSPENDED, ACTIVE, SUSPENDED, PAST_DUE, SUSPENDED)),
        RESUME_TO_TRIAL(held -> held.resume(TRIAL, DAY), Map.of(SUSPENDED, TRIAL)),
        RESUME_TO_ACTIVE(held -> held.resume(ACTIVE, DAY), Map.of(SUSPENDED, ACTIVE, CANCELLED, ACTIVE)),
        RESUME_TO_PAST_DUE(held -> held.resume(PAST_DUE, DAY), Map.of(SUSPENDED, PAST_DUE, CANCELLED, PAST_DUE)),
        CANCEL(
                TenantBilling::cancel,
                Map.of(TRIAL, CANCELLED, ACTIVE, CANCELLED, PAST_DUE, CANCELLED, SUSPENDED, CANCELLED)),
        CANCEL_AT_PERIOD_END(TenantBilling::cancelAtPeriodEnd, same()),
        KEEP(TenantBilling::keep, same()),
        TAKE_NEXT(held -> held.takeNext(PLAN), same());

        private final Consumer<TenantBilling> step;
        private final Map<SubscriptionStatus, SubscriptionStatus> leads;

        Step(Consumer<TenantBilling> step, Map<SubscriptionStatus, SubscriptionStatus> leads) {
            this.step = step;
            this.leads = leads;
        }

        private static Map<SubscriptionStatus, SubscriptionStatus> same() {
            return Map.of(TRIAL, TRIAL, ACTIVE, ACTIVE, PAST_DUE, PAST_DUE);
        }
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(SubscriptionStatus.values())
                .flatMap(status ->
                        Arrays.stream(Step.values()).map(step -> Arguments.of(status, step, step.leads.get(status))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("pairs")
    void eachStepLeadsWhereItMayAndNowhereElse(SubscriptionStatus from, Step step, SubscriptionStatus to) {
        TenantBilling subscription = in(from);

        if (to == null) {
            assertThatThrownBy(() -> step.step.accept(subscription))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT));
            assertThat(subscription.status()).isEqualTo(from);
        } else {
            step.step.accept(subscription);
            assertThat(subscription.status()).isEqualTo(to);
        }
    }

    /** All pairs of statuses: rows from, columns to, in the order of the enum. */
    @ParameterizedTest
    @CsvSource({
        "TRIAL,     0, 1, 0, 1, 1",
        "ACTIVE,    0, 0, 1, 1, 1",
        "PAST_DUE,  0, 1, 0, 1, 1",
        "SUSPENDED, 1, 1, 1, 0, 1",
        "CANCELLED, 0, 1, 1, 0, 0"
    })
    void aStatusLeadsTo(SubscriptionStatus from, int trial, int active, int pastDue, int suspended, int cancelled) {
        Map<SubscriptionStatus, Boolean> leads = new EnumMap<>(SubscriptionStatus.class);
        for (SubscriptionStatus to : SubscriptionStatus.values()) {
            leads.put(to, from.leadsTo(to));
        }
        assertThat(leads)
                .containsEntry(TRIAL, trial == 1)
                .containsEntry(ACTIVE, active == 1)
                .containsEntry(PAST_DUE, pastDue == 1)
                .containsEntry(SUSPENDED, suspended == 1)
                .containsEntry(CANCELLED, cancelled == 1);
    }

    private static TenantBilling in(SubscriptionStatus status) {
        TenantBilling subscription = status == TRIAL
                ? TenantBilling.inTrial(new Period(DAY, DAY.plusDays(14)), NOW)
                : TenantBilling.from(DAY, NOW);
        switch (status) {
            case PAST_DUE -> subscription.pastDue();
            case SUSPENDED -> subscription.suspend();
            case CANCELLED -> subscription.cancel();
            default -> {}
        }
        assertThat(subscription.status()).isEqualTo(status);
        return subscription;
    }
}
