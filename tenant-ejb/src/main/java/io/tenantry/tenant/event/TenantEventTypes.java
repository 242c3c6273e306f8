package io.tenantry.tenant.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** What happens to a tenant and its members. Signing in and acting in somebody's name are nobody else's business. */
@ApplicationScoped
public class TenantEventTypes implements EventTypeSource {

    private static final String BUNDLE = "tenant";

    @Override
    public List<EventType> eventTypes() {
        return Stream.of(
                        quiet(
                                "tenant",
                                "created",
                                "changed",
                                "activated",
                                "fellBehind",
                                "caughtUp",
                                "suspended",
                                "resumed",
                                "closed"),
                        quiet("plan", "moved"),
                        quiet("member", "created", "changed", "deleted", "left", "ownershipTransferred"),
                        quiet("invitation", "created", "resent", "accepted", "deleted"),
                        quiet("role", "created", "changed", "deleted"),
                        quiet("apiKey", "created", "rotated", "revoked"),
                        quiet("domain", "created", "verified", "failing", "lapsed", "deleted"),
                        quiet("branding", "changed"),
                        quiet("brandingImage", "changed", "deleted"),
                        quiet("customField", "created", "changed", "converted", "deleted"),
                        Stream.of(EventType.live(BUNDLE, "usage.thresholdReached", "usage:read")))
                .flatMap(types -> types)
                .toList();
    }

    private static Stream<EventType> quiet(String entity, String... verbs) {
        return Stream.of(verbs).map(verb -> EventType.of(BUNDLE, entity + "." + verb));
    }
}
