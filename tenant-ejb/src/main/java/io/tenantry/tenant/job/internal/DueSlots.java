package io.tenantry.tenant.job.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.PriorityQueue;

/** What is due, slot by slot in the order of their instants, however many days a job lies behind. */
final class DueSlots {

    private final PriorityQueue<Line> lines = new PriorityQueue<>(Line.ORDER);

    DueSlots(Collection<Line> lines) {
        this.lines.addAll(lines);
    }

    /** Takes out the next that has fallen due; without a word of its end the later days of its line do not come. */
    Optional<Line> next(Instant now) {
        return Optional.ofNullable(lines.peek()).filter(line -> line.isDue(now)).map(line -> lines.poll());
    }

    /** It is done: the day after may come. */
    void done(Line line) {
        lines.add(line.next());
    }

    /** It is not done: what rests on it waits. */
    void leaveWhatRestsOn(Line line) {
        lines.removeIf(other -> other.zone().equals(line.zone())
                && other.job().work().after().contains(line.job().name()));
    }

    /** Others may rely on what is running there, so they wait for it. */
    void leave(ZoneId zone) {
        lines.removeIf(line -> line.zone().equals(zone));
    }
}
