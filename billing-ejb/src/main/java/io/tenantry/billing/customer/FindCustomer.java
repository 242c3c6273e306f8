package io.tenantry.billing.customer;

import io.tenantry.billing.customer.internal.sql.CustomerRows;
import io.tenantry.platform.problem.ProblemException;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Reads the thread's tenant. */
@Stateless
public class FindCustomer {

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    /** @throws ProblemException {@code not-found} */
    public Customer current() {
        return CustomerRows.current(entityManager).orElseThrow(ProblemException::notFound);
    }
}
