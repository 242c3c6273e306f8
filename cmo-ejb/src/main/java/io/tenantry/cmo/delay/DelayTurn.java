package io.tenantry.cmo.delay;

import io.tenantry.cmo.TenantWords;
import io.tenantry.cmo.alerta.AlertaType;
import io.tenantry.cmo.alerta.AlertaValues;
import io.tenantry.cmo.alerta.RaiseAlerta;
import io.tenantry.cmo.delay.internal.sql.LateTransitos;
import io.tenantry.cmo.transito.LockTransito;
import io.tenantry.cmo.transito.Transito;
import io.tenantry.cmo.transito.TransitoView;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** The short transactions of the search for delays. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DelayTurn {

    private static final int TENANTS = 500;
    private static final int TRANSITOS = 100;

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    @Inject
    LockTransito lock;

    @Inject
    RaiseAlerta alertas;

    @Inject
    TenantWords words;

    @Inject
    BusinessClock clock;

    /** The next tenants that have something late; none when all were asked for. */
    public List<TenantId> tenants(UUID after) {
        return LateTransitos.tenants(entityManager, clock.now(), after, TENANTS).stream()
                .map(TenantId::new)
                .toList();
    }

    /** The next transits of the tenant that are late; none when all were asked for. */
    public List<UUID> transitos(UUID after) {
        return LateTransitos.ofTenant(entityManager, clock.now(), after, TRANSITOS);
    }

    /**
     * Does nothing if somebody else was faster, or it has arrived meanwhile.
     *
     * @throws ProblemException {@code limit-exceeded}; {@code not-found} if it is gone
     */
    public void raise(UUID id) {
        Transito transito = lock.lock(id, OptionalLong.empty());
        if (transito.isDelayed(clock.now())) {
            transito.tellDelay();
            TransitoView late = transito.view();
            String message = words.say(at -> Text.of("cmo.delayed", late.code(), at), late.expectedAt());
            AlertaType type = AlertaType.delay;
            alertas.raiseAll(
                    List.of(new AlertaValues(late.precintoId(), late.id(), type, type.severity(), message, null)));
        }
    }
}
