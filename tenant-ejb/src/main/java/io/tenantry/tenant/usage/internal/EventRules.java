package io.tenantry.tenant.usage.internal;

import io.tenantry.tenant.plan.PlanSubjects;
import io.tenantry.tenant.plan.ResourceKind;
import io.tenantry.tenant.usage.UsageEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What of an event can be counted, and why not. */
public final class EventRules {

    /** As long as ids are kept, so that none can count twice. */
    public static final int MONTHS_KEPT = 13;

    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final int INTEGER_DIGITS = 15;
    private static final int DECIMALS = 9;
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]{1,200}");

    private final Function<String, Optional<ResourceKind>> kinds;
    private final Instant oldest;
    private final Instant newest;

    public EventRules(PlanSubjects subjects, Instant now) {
        this(subjects::kind, now);
    }

    EventRules(Function<String, Optional<ResourceKind>> kinds, Instant now) {
        this.kinds = kinds;
        this.oldest = oldest(now);
        this.newest = now.plus(AHEAD);
    }

    /** Of what is older, ids are no longer known. */
    public static Instant oldest(Instant now) {
        return now.atOffset(ZoneOffset.UTC).minusMonths(MONTHS_KEPT).toInstant();
    }

    /** Code of the rule that the event breaks. */
    public Optional<String> broken(UsageEvent event) {
        if (event.id() == null || !ID.matcher(event.id()).matches()) {
            return Optional.of("invalid-id");
        }
        Optional<ResourceKind> kind = Optional.ofNullable(event.resource()).flatMap(kinds);
        if (kind.isEmpty()) {
            return Optional.of("unknown-resource");
        }
        if (kind.get() != ResourceKind.FLOW) {
            return Optional.of("resource-is-held");
        }
        if (event.quantity() == null || !isCountable(event.quantity())) {
            return Optional.of("invalid-quantity");
        }
        return time(event.at());
    }

    private Optional<String> time(Instant at) {
        if (at == null) {
            return Optional.of("invalid-time");
        }
        if (at.isBefore(oldest)) {
            return Optional.of("too-old");
        }
        return at.isAfter(newest) ? Optional.of("in-the-future") : Optional.empty();
    }

    /** Looked at by its digits before anything is done with it: an exponent can make a giant of a few characters. */
    private static boolean isCountable(BigDecimal quantity) {
        return quantity.signum() > 0
                && (long) quantity.precision() - quantity.scale() <= INTEGER_DIGITS
                && quantity.scale() <= DECIMALS;
    }
}
