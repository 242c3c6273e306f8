package io.tenantry.billing.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is done about unpaid invoices, and when. Written {@code 1:pastDue,7:reminder,30:suspend}: days after the one on which
 * an invoice was due, ascending, and an action.
 */
public record DunningSchedule(List<DunningStep> steps) {

    public static final String DEFAULT = "1:pastDue,7:reminder,14:finalReminder,30:suspend";

    private static final Pattern STEP = Pattern.compile("\\s*([1-9]\\d{0,2}):([A-Za-z]+)\\s*");

    public DunningSchedule {
        steps = List.copyOf(steps);
    }

    /** @throws IllegalArgumentException for anything else */
    public static DunningSchedule parse(String text) {
        List<DunningStep> steps = new ArrayList<>();
        int before = 0;
        for (String part : text.split(",", -1)) {
            Matcher matcher = STEP.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("tenantry.dunning: \"" + part + "\" is not <day>:<action>");
            }
            DunningStep step = new DunningStep(Integer.parseInt(matcher.group(1)), action(matcher.group(2)));
            if (step.day() <= before) {
                throw new IllegalArgumentException(
                        "tenantry.dunning: day " + step.day() + " is not after the one before");
            }
            before = step.day();
            steps.add(step);
        }
        return new DunningSchedule(steps);
    }

    /** Those whose day has come, in order. */
    public List<DunningStep> due(LocalDate dueOn, LocalDate today) {
        return steps.stream()
                .filter(step -> !dueOn.plusDays(step.day()).isAfter(today))
                .toList();
    }

    /** When something is done next if nothing is paid. */
    public Optional<LocalDate> nextAfter(LocalDate dueOn, LocalDate today) {
        return steps.stream()
                .map(step -> dueOn.plusDays(step.day()))
                .filter(day -> day.isAfter(today))
                .findFirst();
    }

    private static DunningAction action(String name) {
        return Stream.of(DunningAction.values())
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("tenantry.dunning: there is no action " + name));
    }
}
