package io.tenantry.platform.persistence;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.text.Text;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;

/**
 * Sends changes to the database inside the use case, where a refusal still can be told in its terms; at commit it would
 * be the container's error.
 */
public final class Flush {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private Flush() {}

    /**
     * @param taken why a unique key refuses
     * @param referenced why a foreign key refuses
     * @throws ProblemException {@code conflict} with one of these, or {@code precondition-failed} if somebody else
     *     changed the row meanwhile
     */
    public static void now(EntityManager entityManager, Text taken, Text referenced) {
        run(entityManager::flush, taken, referenced);
    }

    /** Likewise for a statement that is sent at once. */
    public static void run(Runnable statement, Text taken, Text referenced) {
        try {
            statement.run();
        } catch (OptimisticLockException e) {
            throw ProblemException.of(ProblemType.PRECONDITION_FAILED);
        } catch (PersistenceException e) {
            throw translated(e, taken, referenced);
        }
    }

    private static RuntimeException translated(PersistenceException e, Text taken, Text referenced) {
        return switch (sqlState(e)) {
            case UNIQUE_VIOLATION -> ProblemException.of(ProblemType.CONFLICT, taken);
            case FOREIGN_KEY_VIOLATION -> ProblemException.of(ProblemType.CONFLICT, referenced);
            default -> e;
        };
    }

    private static String sqlState(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
