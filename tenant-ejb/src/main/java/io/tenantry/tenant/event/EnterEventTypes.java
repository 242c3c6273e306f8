package io.tenantry.tenant.event;

import io.tenantry.tenant.event.internal.sql.EventTypeRows;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Tells the database what the modules publish. */
@Stateless
public class EnterEventTypes {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    EventTypes types;

    /** Adds and changes only: a node of an earlier version may still run. */
    public void enter() {
        EventTypeRows.enter(entityManager, types.all());
    }
}
