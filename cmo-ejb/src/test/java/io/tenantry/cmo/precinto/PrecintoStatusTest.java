package io.tenantry.cmo.precinto;

import static io.tenantry.cmo.precinto.PrecintoStatus.armed;
import static io.tenantry.cmo.precinto.PrecintoStatus.available;
import static io.tenantry.cmo.precinto.PrecintoStatus.retired;
import static io.tenantry.cmo.precinto.PrecintoStatus.tampered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way from one status to another: by hand, by transits and by reports. */
class PrecintoStatusTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private static final Map<PrecintoStatus, Set<PrecintoStatus>> BY_HAND = Map.of(
            available, Set.of(available, retired),
            armed, Set.of(armed),
            tampered, Set.of(tampered, available, retired),
            retired, Set.of(retired, available));

    static Stream<Arguments> pairs() {
        return Arrays.stream(PrecintoStatus.values())
                .flatMap(from -> Arrays.stream(PrecintoStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void isChangedByHandOrNot(PrecintoStatus from, PrecintoStatus to) {
        Precinto precinto = in(from);
        PrecintoValues values = new PrecintoValues("S-2", to, 7, null, null);

        if (BY_HAND.get(from).contains(to)) {
            precinto.change(values);
            assertThat(precinto.view().status()).isEqualTo(to);
            assertThat(precinto.view().code()).isEqualTo("S-2");
        } else {
            PrecintoView before = precinto.view();
            refused(() -> precinto.change(values));
            assertThat(precinto.view()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(PrecintoStatus.class)
    void beginsAvailableOrRetired(PrecintoStatus status) {
        PrecintoValues values = new PrecintoValues("S-1", status, null, null, null);
        if (status == available || status == retired) {
            assertThat(new Precinto(values, NOW).view().status()).isEqualTo(status);
        } else {
            refused(() -> new Precinto(values, NOW));
        }
    }

    @ParameterizedTest
    @EnumSource(PrecintoStatus.class)
    void onlyAnAvailableOneIsArmed(PrecintoStatus status) {
        Precinto precinto = in(status);
        if (status == available) {
            precinto.arm();
            assertThat(precinto.view().status()).isEqualTo(armed);
        } else {
            refused(precinto::arm);
            assertThat(precinto.view().status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({"available, available", "armed, available", "tampered, tampered", "retired, retired"})
    void releaseEndsBeingArmedAndNothingElse(PrecintoStatus from, PrecintoStatus to) {
        Precinto precinto = in(from);
        precinto.release();
        assertThat(precinto.view().status()).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({"available, tampered", "armed, tampered", "tampered, tampered", "retired, retired"})
    void tamperingShowsUnlessItIsRetired(PrecintoStatus from, PrecintoStatus to) {
        Precinto precinto = in(from);
        precinto.tamper();
        assertThat(precinto.view().status()).isEqualTo(to);
    }

    private static void refused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT));
    }

    private static Precinto in(PrecintoStatus status) {
        PrecintoStatus first = status == retired ? retired : available;
        Precinto precinto = new Precinto(new PrecintoValues("S-1", first, 80, null, null), NOW);
        if (status == armed) {
            precinto.arm();
        }
        if (status == tampered) {
            precinto.tamper();
        }
        assertThat(precinto.view().status()).isEqualTo(status);
        return precinto;
    }
}
