package io.tenantry.tenant.webhook;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.webhook.internal.WebhookSettings;
import io.tenantry.tenant.webhook.internal.address.AddressGuard;
import io.tenantry.tenant.webhook.internal.address.AddressRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Refuses addresses that nothing would be sent to, before they are stored. Asks the network, so not in a transaction; the
 * address is looked at again whenever something is sent.
 */
@ApplicationScoped
public class WebhookTargets {

    @Inject
    WebhookSettings settings;

    @Inject
    AddressGuard guard;

    /** @throws ProblemException {@code validation} at {@code /url} */
    public void require(String url) {
        String host = settings.url(url)
                .orElseThrow(() -> ProblemException.invalid("/url", "tenant.webhook-url"))
                .getHost();
        try {
            guard.addresses(host);
        } catch (AddressRefused e) {
            throw ProblemException.invalid("/url", "tenant.webhook-address");
        }
    }
}
