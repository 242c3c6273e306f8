package io.tenantry.tenant.domain;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.platform.time.ClockMoved;
import io.tenantry.platform.time.TimerWork;
import io.tenantry.tenant.domain.internal.ProofLookup;
import io.tenantry.tenant.domain.internal.sql.HostStatements.Due;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Checks each day whether a proven domain still is. It runs on every node; a check is for the node that claims it. One
 * that fails leaves the others alone and is tried again in an hour.
 */
@Singleton
@DependsOn("StartUp")
@TransactionManagement(TransactionManagementType.BEAN)
public class RecheckDomains {

    private static final System.Logger LOGGER = System.getLogger(RecheckDomains.class.getName());

    /** For how long at a time, so that a DNS server that does not answer cannot hold the thread. */
    private static final Duration TURN = Duration.ofSeconds(30);

    @Inject
    DomainChecks checks;

    @Inject
    ProofLookup dns;

    @Inject
    BusinessClock clock;

    @Schedule(hour = "*", minute = "*", persistent = false)
    public void timeout() {
        TimerWork.attempt("the check of domains", this::run);
    }

    public void run() {
        Instant end = clock.wallClock().plus(TURN);
        Optional<Due> due = checks.claim();
        while (due.isPresent()) {
            check(due.get());
            due = clock.wallClock().isBefore(end) ? checks.claim() : Optional.empty();
        }
    }

    /** Who moves the test clock finds done what has fallen due. */
    public void catchUp(@Observes ClockMoved moved) {
        run();
    }

    private void check(Due due) {
        TenantContext.run(due.tenant(), () -> {
            try {
                checks.due(due.domain())
                        .ifPresent(
                                question -> checks.conclude(due.domain(), dns.find(question.name(), question.value())));
            } catch (ProblemException gone) {
                LOGGER.log(System.Logger.Level.DEBUG, "a domain was given up while it was checked", gone);
            } catch (RuntimeException e) {
                LOGGER.log(System.Logger.Level.ERROR, "a domain could not be checked: id=" + due.domain(), e);
            }
        });
    }
}
