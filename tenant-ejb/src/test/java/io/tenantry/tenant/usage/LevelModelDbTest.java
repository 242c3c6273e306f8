package io.tenantry.tenant.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.tenancy.TenantId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/** The days of a level are what counting it minute by minute makes of them, in every zone and when clocks change. */
class LevelModelDbTest {

    private static final String SEALS = "precintos";
    private static final List<String> ZONES = List.of(
            "Europe/Madrid",
            "America/New_York",
            "Pacific/Apia",
            "Pacific/Pago_Pago",
            "Pacific/Kiritimati",
            "Australia/Lord_Howe",
            "Asia/Kathmandu");

    /** The day before something happens to the clocks of one of them, and ordinary ones. */
    private static final List<LocalDate> STARTS = List.of(
            LocalDate.of(2026, 3, 28),
            LocalDate.of(2026, 10, 24),
            LocalDate.of(2026, 3, 7),
            LocalDate.of(2026, 10, 31),
            LocalDate.of(2026, 4, 4),
            LocalDate.of(2026, 10, 3),
            LocalDate.of(2026, 2, 14),
            LocalDate.of(2028, 2, 28),
            LocalDate.of(2026, 12, 31));

    private static final int DAYS = 3;
    private static final UsageFixture FIXTURE = new UsageFixture();

    private record Change(Instant at, long delta) {}

    @AfterContainer
    static void close() {
        FIXTURE.close();
    }

    @Property(tries = 25)
    void everyDayIsAsCountedMinuteByMinute(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random random = new Random(seed);
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        LocalDate start = STARTS.get(random.nextInt(STARTS.size()));
        LocalDate end = start.plusDays(DAYS);
        TenantId tenant = FIXTURE.tenant(zone.getId());
        List<Change> changes = changes(
                random,
                start.atStartOfDay(zone).toInstant(),
                end.plusDays(1).atStartOfDay(zone).toInstant());
        for (Change change : changes) {
            if (change.delta() > 0) {
                FIXTURE.take(tenant, SEALS, change.delta(), change.at().toString());
            } else {
                FIXTURE.release(tenant, SEALS, -change.delta(), change.at().toString());
            }
        }

        // at once, or day by day
        LocalDate first = random.nextBoolean() ? end : start.plusDays(1);
        for (LocalDate day = first; !day.isAfter(end); day = day.plusDays(1)) {
            FIXTURE.snapshot(tenant, day);
        }

        LocalDate born = changes.get(0).at().atZone(zone).toLocalDate();
        List<String> expected = new ArrayList<>();
        for (LocalDate day = born; day.isBefore(end); day = day.plusDays(1)) {
            expected.add(counted(day, zone, changes));
        }
        assertThat(FIXTURE.days(tenant, SEALS))
                .as("%s from %s: %s", zone, start, changes)
                .isEqualTo(expected);
    }

    /** In order, at whole minutes, some at the same one, and never below nothing. */
    private static List<Change> changes(Random random, Instant from, Instant to) {
        List<Instant> times = new ArrayList<>();
        int minutes = (int) Duration.between(from, to).toMinutes();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            times.add(from.plus(Duration.ofMinutes(random.nextInt(minutes))));
            if (random.nextInt(4) == 0) {
                times.add(times.get(times.size() - 1));
            }
        }
        times.sort(null);
        List<Change> changes = new ArrayList<>();
        long level = 0;
        for (Instant at : times) {
            long delta =
                    level == 0 || random.nextBoolean() ? 1 + random.nextInt(9) : -(1 + random.nextInt((int) level));
            level += delta;
            changes.add(new Change(at, delta));
        }
        return changes;
    }

    private static String counted(LocalDate day, ZoneId zone, List<Change> changes) {
        Instant minute = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        long sum = 0;
        long peak = 0;
        long level = 0;
        long minutes = 0;
        for (; minute.isBefore(end); minute = minute.plusSeconds(60)) {
            Instant now = minute;
            level = changes.stream()
                    .filter(change -> !change.at().isAfter(now))
                    .mapToLong(Change::delta)
                    .sum();
            peak = Math.max(peak, level);
            sum += level;
            minutes++;
        }
        BigDecimal average = BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(minutes), 12, RoundingMode.HALF_UP);
        return "%s %d %d %s".formatted(day, level, peak, plain(average));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
