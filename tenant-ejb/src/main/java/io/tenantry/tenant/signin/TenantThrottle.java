package io.tenantry.tenant.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Limits how often the thread's tenant, whoever of it, tries in vain within an hour, on each node. Kept in memory: a count
 * in the database would have to outlive the caller's transaction, and so need a second connection while that holds one.
 */
@ApplicationScoped
public class TenantThrottle {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int REMEMBERED = 100_000;

    private final Cache<String, AtomicInteger> attempts = Caffeine.newBuilder()
            .expireAfterWrite(WINDOW)
            .maximumSize(REMEMBERED)
            .build();

    /**
     * Counts an attempt, before it is known how it ends: many at once do not get past the limit.
     *
     * @param purpose what is counted apart
     * @return whether it may go on
     */
    public boolean admit(String purpose, int most) {
        return counted(purpose).incrementAndGet() <= most;
    }

    /** An attempt that was not in vain does not count. */
    public void forgive(String purpose) {
        counted(purpose).decrementAndGet();
    }

    /** What is answered if there were too many. */
    public static ProblemException refusal() {
        return ProblemException.of(ProblemType.RATE_LIMITED, Map.of("retryAfter", WINDOW.toSeconds()));
    }

    private AtomicInteger counted(String purpose) {
        return attempts.get(purpose + ':' + TenantContext.required(), key -> new AtomicInteger());
    }
}
