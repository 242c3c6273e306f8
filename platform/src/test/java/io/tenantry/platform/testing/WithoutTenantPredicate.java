package io.tenantry.platform.testing;

import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.Session;

/** Breaks the first isolation layer on purpose: EclipseLink no longer knows that entities have a tenant. */
public class WithoutTenantPredicate implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        session.getDescriptors().values().forEach(descriptor -> descriptor.setMultitenantPolicy(null));
    }
}
