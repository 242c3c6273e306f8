package io.tenantry.cmo.imports;

import io.tenantry.cmo.imports.internal.sql.ImportLock;
import io.tenantry.platform.problem.ProblemException;
import jakarta.persistence.EntityManager;

/**
 * Lets a tenant import one file of a kind at a time, rehearsed or not. The next one would wait for the tenant's counter
 * until the first has ended, and keep a connection from everybody else meanwhile.
 */
public final class OneImport {

    private OneImport() {}

    /**
     * Holds until the transaction ends.
     *
     * @param kind as the API calls it, such as {@code precintos}
     * @throws ProblemException {@code conflict} if another one is running
     */
    public static void begin(EntityManager entityManager, String kind) {
        if (!ImportLock.take(entityManager, kind)) {
            throw ProblemException.conflict("cmo.import-running");
        }
    }
}
