package io.tenantry.cmo.delay;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.time.ClockMoved;
import io.tenantry.platform.time.TimerWork;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Raises an alert for each transit that is late, each minute and on every node: whoever comes second finds it told. A
 * tenant that may have no more alerts, or whose data is bad, leaves the others alone and is tried again.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class RaiseDelays {

    private static final System.Logger LOGGER = System.getLogger(RaiseDelays.class.getName());
    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    DelayTurn turn;

    @Schedule(hour = "*", minute = "*", persistent = false)
    public void timeout() {
        TimerWork.attempt("the search for delays", this::run);
    }

    public void run() {
        List<TenantId> tenants = turn.tenants(FIRST);
        while (!tenants.isEmpty()) {
            tenants.forEach(tenant -> TenantContext.run(tenant, () -> ofTenant(tenant)));
            tenants = turn.tenants(tenants.get(tenants.size() - 1).value());
        }
    }

    /** Who moves the test clock finds done what has fallen due. */
    public void catchUp(@Observes ClockMoved moved) {
        run();
    }

    private void ofTenant(TenantId tenant) {
        List<UUID> transitos = turn.transitos(FIRST);
        boolean goesOn = true;
        while (goesOn && !transitos.isEmpty()) {
            goesOn = transitos.stream().allMatch(transito -> raise(tenant, transito));
            transitos = turn.transitos(transitos.get(transitos.size() - 1));
        }
    }

    /** Whether it makes sense to go on with the tenant's next one. */
    private boolean raise(TenantId tenant, UUID transito) {
        try {
            turn.raise(transito);
        } catch (ProblemException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "no alert of a delay tenant=" + tenant + " id=" + transito, e);
            return e.type() != ProblemType.LIMIT_EXCEEDED;
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.ERROR, "no alert of a delay tenant=" + tenant + " id=" + transito, e);
        }
        return true;
    }
}
