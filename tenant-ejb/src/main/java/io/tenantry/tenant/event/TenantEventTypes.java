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
        Stream<EventType> quiet = Stream.of(
                        "tenant.created",
                        "tenant.changed",
                        "tenant.activated",
                        "tenant.fellBehind",
                        "tenant.caughtUp",
                        "tenant.suspended",
                        "tenant.resumed",
                        "tenant.closed",
                        "plan.moved",
                        "member.created",
                        "member.changed",
                        "member.deleted",
                        "member.left",
                        "member.ownershipTransferred",
                        "invitation.created",
                        "invitation.resent",
                        "invitation.accepted",
                        "invitation.deleted",
                        "role.created",
                        "role.changed",
                        "role.deleted",
                        "apiKey.created",
                        "apiKey.rotated",
                        "apiKey.revoked",
                        "domain.created",
                        "domain.verified",
                        "domain.failing",
                        "domain.lapsed",
                        "domain.deleted",
                        "branding.changed",
                        "brandingImage.changed",
                        "brandingImage.deleted",
                        "customField.created",
                        "customField.changed",
                        "customField.converted",
                        "customField.deleted")
                .map(code -> EventType.of(BUNDLE, code));
        return Stream.concat(quiet, Stream.of(EventType.live(BUNDLE, "usage.thresholdReached", "usage:read")))
                .toList();
    }
}
