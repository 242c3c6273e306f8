package io.tenantry.platform.tenancy;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * The tenant for which the current thread works.
 *
 * <p>Both isolation layers read it: EclipseLink's discriminator and the database's row-level security. It never travels
 * by itself to another thread: asynchronous methods, timers and managed executors name their tenant with
 * {@link #call}, {@link #run} or {@link #bound}, or they have none and fail.
 */
public final class TenantContext {

    private static final ThreadLocal<TenantId> CURRENT = new ThreadLocal<>();

    private TenantContext() {}

    public static Optional<TenantId> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** @throws TenantRequired if the thread works for no tenant */
    public static TenantId required() {
        return current().orElseThrow(TenantRequired::new);
    }

    /**
     * Makes the thread work for {@code tenant} until the scope is closed, which restores what was before.
     *
     * @throws IllegalStateException if a transaction is active that already works for another tenant or for none:
     *     its connection keeps the tenant it began with, so a new transaction is needed
     */
    public static Scope enter(TenantId tenant) {
        TransactionTenant.requireSameOrUnbound(Optional.of(tenant));
        TenantId before = CURRENT.get();
        CURRENT.set(tenant);
        return () -> restore(before);
    }

    public static <T> T call(TenantId tenant, Supplier<T> work) {
        try (Scope scope = enter(tenant)) {
            return work.get();
        }
    }

    public static void run(TenantId tenant, Runnable work) {
        try (Scope scope = enter(tenant)) {
            work.run();
        }
    }

    /**
     * A task that works for the tenant of the thread that made it, wherever it later runs.
     *
     * @throws TenantRequired if this thread works for no tenant
     */
    public static <T> Callable<T> bound(Callable<T> work) {
        TenantId tenant = required();
        return () -> {
            try (Scope scope = enter(tenant)) {
                return work.call();
            }
        };
    }

    /** Forgets the tenant: the last line of defence at the edges of a pooled thread's work. */
    public static void clear() {
        CURRENT.remove();
    }

    private static void restore(TenantId before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }

    /** Closing it ends the work for the tenant. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
