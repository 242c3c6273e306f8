package io.tenantry.tenant.webhook;

import java.util.List;

/**
 * A delivery with all that is known of it.
 *
 * @param payload the body that is sent, a JSON object
 * @param attempts in their order; those that a node did not end are missing
 */
public record DeliveryDetail(DeliveryView delivery, String payload, List<AttemptView> attempts) {}
