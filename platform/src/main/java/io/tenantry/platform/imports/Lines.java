package io.tenantry.platform.imports;

import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The lines of a file: those that can still be entered, by number, and what is wrong with the others. Rejecting a line takes
 * it out.
 */
public final class Lines<V> {

    private final int count;
    private final boolean partly;
    private final Map<Integer, V> valid;
    private final List<LineError> errors;

    /**
     * @param count of all lines
     * @param partly whether the valid ones are entered although others are not
     */
    public Lines(int count, boolean partly) {
        this(count, partly, new TreeMap<>(), new ArrayList<>());
    }

    private Lines(int count, boolean partly, Map<Integer, V> valid, List<LineError> errors) {
        this.count = count;
        this.partly = partly;
        this.valid = valid;
        this.errors = errors;
    }

    public int count() {
        return count;
    }

    public void add(int line, V values) {
        valid.put(line, values);
    }

    /** In the order of the file; a copy. */
    public Map<Integer, V> valid() {
        return new LinkedHashMap<>(valid);
    }

    /** In the order of the file. */
    public List<LineError> errors() {
        return errors.stream().sorted(Comparator.comparingInt(LineError::line)).toList();
    }

    /** Whether there is something to be entered as things stand. */
    public boolean mayBeEntered() {
        return !valid.isEmpty() && (partly || errors.isEmpty());
    }

    /** Whether errors in some lines leave the others alone. */
    public boolean isPartly() {
        return partly;
    }

    public void reject(int line, String column, Text detail) {
        valid.remove(line);
        errors.add(new LineError(line, column, detail));
    }

    /** @param mistakes at members of the values that the line stands for */
    public void reject(int line, List<FieldError> mistakes) {
        valid.remove(line);
        mistakes.forEach(mistake -> errors.add(LineError.of(line, mistake)));
    }

    public void reject(int line, ProblemException problem) {
        if (problem.errors().isEmpty()) {
            reject(line, null, problem.detail());
        } else {
            reject(line, problem.errors());
        }
    }

    /** Rejects all but the first of those that have the same in a column. */
    public void rejectRepeated(String column, Function<V, ?> value, Text detail) {
        Set<Object> seen = new HashSet<>();
        valid().forEach((line, values) -> {
            if (!seen.add(value.apply(values))) {
                reject(line, column, detail);
            }
        });
    }

    /** Makes something else of each valid line; from there on, that is what is rejected or entered. */
    public <W> Lines<W> map(Function<V, W> change) {
        Lines<W> mapped = new Lines<>(count, partly, new TreeMap<>(), errors);
        valid().forEach((line, values) -> {
            try {
                mapped.add(line, change.apply(values));
            } catch (ProblemException problem) {
                mapped.reject(line, problem);
            }
        });
        return mapped;
    }
}
