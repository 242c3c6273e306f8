package io.tenantry.tenant.idempotency;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.idempotency.internal.sql.AnswerStatements;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps the answers to calls with an {@code Idempotency-Key}, in the transaction of what the call does: a call that is
 * refused or dies leaves nothing, and may be sent again.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class IdempotentAnswers {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    BusinessClock clock;

    /**
     * Claims a key for this transaction.
     *
     * @return empty for the first call; the first call's answer for every later one
     * @throws ProblemException {@code idempotency-key-reused} if the first was another request
     */
    public Optional<StoredAnswer> claim(UUID account, String key, byte[] requestHash) {
        if (AnswerStatements.claim(entityManager, account, key, requestHash, clock.now())) {
            return Optional.empty();
        }
        AnswerStatements.Found found = AnswerStatements.find(entityManager, account, key);
        if (!MessageDigest.isEqual(found.requestHash(), requestHash)) {
            throw ProblemException.of(ProblemType.IDEMPOTENCY_KEY_REUSED);
        }
        return Optional.of(found.answer());
    }

    /** Keeps the answer of the call that claimed the key. */
    public void complete(UUID account, String key, StoredAnswer answer) {
        AnswerStatements.complete(entityManager, account, key, answer);
    }
}
