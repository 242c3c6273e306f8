package io.tenantry.platform.tenancy;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The tenant a JTA transaction works for, fixed by its first use of a persistence unit.
 *
 * <p>Outside a container (tests with a resource-local unit) there is no registry and nothing to hold.
 */
final class TransactionTenant {

    private static final String KEY = TransactionTenant.class.getName();
    private static volatile TransactionSynchronizationRegistry registry;

    private TransactionTenant() {}

    /** Remembers the thread's tenant, or that it has none, for the rest of the active transaction. */
    static void bind() {
        Optional<TenantId> tenant = TenantContext.current();
        requireSameOrUnbound(tenant);
        active().ifPresent(r -> r.putResource(KEY, tenant));
    }

    /** @throws IllegalStateException if the active transaction works for another tenant than this, or this none */
    static void requireSameOrUnbound(Optional<TenantId> tenant) {
        active().map(r -> r.getResource(KEY)).ifPresent(bound -> {
            if (!bound.equals(tenant)) {
                throw new IllegalStateException(
                        "the active transaction works for another tenant or for none: start a new transaction");
            }
        });
    }

    /** The registry while a transaction is active, also one that can only roll back. */
    static Optional<TransactionSynchronizationRegistry> active() {
        return registry().filter(r -> r.getTransactionKey() != null);
    }

    private static Optional<TransactionSynchronizationRegistry> registry() {
        if (registry == null) {
            try {
                registry = InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
            } catch (NamingException notInAContainer) {
                return Optional.empty();
            }
        }
        return Optional.of(registry);
    }
}
