package io.tenantry.tenant.domain;

import io.tenantry.tenant.email.SenderDomains;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A tenant may write e-mail from the domains by which it is reached. */
@ApplicationScoped
public class ProvenSenderDomains implements SenderDomains {

    @Inject
    FindDomains domains;

    @Override
    public boolean isVerified(String domain) {
        return domains.isVerified(domain);
    }
}
