package io.tenantry.web.event;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.time.TimerWork;
import io.tenantry.tenant.event.LiveEvents;
import io.tenantry.web.json.Json;
import io.tenantry.web.tenant.ViewUsage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The streams that are open on this node. */
@ApplicationScoped
public class OpenStreams implements EventStream.Ends {

    static final int MOST_PER_ACCOUNT = 10;
    private static final int RETRY_SECONDS = 30;

    @Inject
    LiveEvents events;

    @Inject
    ViewUsage usage;

    @Inject
    @ConfigProperty(name = "tenantry.events.max-per-tenant", defaultValue = "200")
    int mostPerTenant;

    /** The oldest first. */
    private final Queue<EventStream> open = new ConcurrentLinkedQueue<>();

    private boolean closed;

    /**
     * The oldest stream of an account that has enough gives way: most likely its client is gone without a word, and
     * otherwise it comes back.
     *
     * @throws ProblemException {@code rate-limited} where the tenant has enough; {@code unavailable} while the node stops
     */
    void add(EventStream stream) {
        // not within the lock: ending one writes
        addInPlaceOf(stream).ifPresent(EventStream::end);
    }

    private synchronized Optional<EventStream> addInPlaceOf(EventStream stream) {
        if (closed) {
            throw ProblemException.of(ProblemType.UNAVAILABLE);
        }
        Listening one = stream.listening();
        Predicate<EventStream> sameTenant = other -> other.listening().tenant().equals(one.tenant());
        List<EventStream> ofAccount = open.stream()
                .filter(sameTenant)
                .filter(other -> other.listening().account().equals(one.account()))
                .toList();
        Optional<EventStream> oldest =
                ofAccount.size() < MOST_PER_ACCOUNT ? Optional.empty() : Optional.of(ofAccount.get(0));
        if (oldest.isEmpty() && open.stream().filter(sameTenant).count() >= mostPerTenant) {
            throw ProblemException.of(ProblemType.RATE_LIMITED, Map.of("retryAfter", RETRY_SECONDS));
        }
        oldest.ifPresent(open::remove);
        open.add(stream);
        return oldest;
    }

    void listen(EventStream stream) {
        events.join(stream.listening().tenant(), stream);
    }

    Set<EventStream> all() {
        return Set.copyOf(open);
    }

    /** Reads once for each tenant that somebody looks at. */
    void tellUsage() {
        Map<TenantId, List<EventStream>> byTenant = open.stream()
                .filter(EventStream::wantsUsage)
                .collect(groupingBy(stream -> stream.listening().tenant()));
        byTenant.forEach((tenant, streams) -> TimerWork.attempt("telling usage", () -> {
            String json = TenantContext.call(tenant, this::usage);
            streams.forEach(stream -> stream.usage(json));
        }));
    }

    /** Of the thread's tenant, as {@code GET /api/usage} answers. */
    String usage() {
        try {
            return Json.MAPPER.writeValueAsString(usage.current());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void roomy(EventStream stream) {
        events.wake(stream.listening().tenant());
    }

    @Override
    public void ended(EventStream stream) {
        open.remove(stream);
        events.leave(stream.listening().tenant(), stream);
    }

    /** For good. */
    void endAll() {
        synchronized (this) {
            closed = true;
        }
        all().forEach(stream -> TimerWork.attempt("ending a stream", stream::end));
    }
}
