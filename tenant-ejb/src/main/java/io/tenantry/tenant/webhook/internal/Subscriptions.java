package io.tenantry.tenant.webhook.internal;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.event.EventTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What endpoints can want to know. */
@ApplicationScoped
public class Subscriptions {

    private static final String ALL = "*";

    @Inject
    EventTypes types;

    /**
     * Each once, in their order; all and one more are all.
     *
     * @throws ProblemException {@code validation} for a type that there is not
     */
    public List<String> checked(List<String> codes) {
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            if (code == null || !code.equals(ALL) && !types.exists(code)) {
                throw ProblemException.invalid("/eventTypes/" + i, "tenant.webhook-event-type");
            }
        }
        return codes.contains(ALL)
                ? List.of(ALL)
                : codes.stream().distinct().sorted().toList();
    }
}
