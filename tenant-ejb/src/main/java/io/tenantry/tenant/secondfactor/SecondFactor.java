package io.tenantry.tenant.secondfactor;

import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.secondfactor.internal.AccountTotp;
import io.tenantry.tenant.secondfactor.internal.Base32;
import io.tenantry.tenant.secondfactor.internal.RecoveryCode;
import io.tenantry.tenant.secondfactor.internal.RecoveryTexts;
import io.tenantry.tenant.secondfactor.internal.SealedSecret;
import io.tenantry.tenant.secondfactor.internal.TotpCodes;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * An account's second factor: codes of its device by time (RFC 6238), and recovery codes. Each code is accepted once, also
 * of several attempts at the same moment.
 */
@Stateless
public class SecondFactor {

    private static final int SECRET_BYTES = 20;

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    SealedSecret sealed;

    @Inject
    BusinessClock clock;

    public FactorState of(UUID account) {
        AccountTotp totp = entityManager.find(AccountTotp.class, account);
        boolean enabled = totp != null && totp.isEnabled();
        return new FactorState(enabled, totp != null && !enabled, enabled ? codesLeft(account) : 0);
    }

    /** Whether signing in needs a code. */
    public boolean isEnabled(UUID account) {
        AccountTotp totp = entityManager.find(AccountTotp.class, account);
        return totp != null && totp.isEnabled();
    }

    /**
     * Gives the account a secret that counts from its first code on; one that was never confirmed is forgotten.
     *
     * @param email how the device shows the account
     * @throws ProblemException {@code conflict} if there is a second factor
     */
    public Enrolment enrol(UUID account, String email) {
        requireNone(account);
        byte[] secret = Base32.random(SECRET_BYTES);
        entityManager.persist(new AccountTotp(account, sealed.seal(account, secret), clock.wallClock()));
        Text atOnce = Text.of("problem.conflict.detail");
        Flush.now(entityManager, atOnce, atOnce);
        String text = Base32.encode(secret);
        return new Enrolment(
                text, "otpauth://totp/Tenantry:" + encoded(email) + "?secret=" + text + "&issuer=Tenantry");
    }

    /**
     * Makes the pending secret count.
     *
     * @return recovery codes, to be shown once
     * @throws ProblemException {@code conflict} without a pending secret; {@code validation} for a wrong code
     */
    public List<String> confirm(UUID account, String code) {
        AccountTotp totp = entityManager.find(AccountTotp.class, account, LockModeType.PESSIMISTIC_WRITE);
        if (totp == null || totp.isEnabled()) {
            throw ProblemException.conflict("tenant.second-factor-not-pending");
        }
        if (!useStep(account, totp, code)) {
            throw ProblemException.invalid("/code", "tenant.second-factor-code");
        }
        totp.enable(clock.wallClock());
        List<String> codes = RecoveryTexts.next();
        codes.forEach(text -> entityManager.persist(new RecoveryCode(account, RecoveryTexts.hash(text))));
        return codes;
    }

    /** Uses a code of the device, or a recovery code, up; whether it was good. */
    public boolean accepts(UUID account, String code) {
        AccountTotp totp = entityManager.find(AccountTotp.class, account);
        return totp != null && totp.isEnabled() && (useStep(account, totp, code) || useRecoveryCode(account, code));
    }

    /** Signing in needs the password alone again. */
    public void remove(UUID account) {
        delete("delete from RecoveryCode c where c.accountId = :account", account);
        delete("delete from AccountTotp t where t.accountId = :account", account);
    }

    private void requireNone(UUID account) {
        delete("delete from AccountTotp t where t.accountId = :account and t.enabledAt is null", account);
        if (isEnabled(account)) {
            throw ProblemException.conflict("tenant.second-factor-enabled");
        }
    }

    /** By statement: of two attempts at once with the same code the second finds the step used. */
    private boolean useStep(UUID account, AccountTotp totp, String code) {
        OptionalLong step = TotpCodes.step(sealed.open(account, totp.secret()), code, clock.wallClock());
        return step.isPresent()
                && entityManager
                                .createQuery("update AccountTotp t set t.lastStep = :step"
                                        + " where t.accountId = :account and t.lastStep < :step")
                                .setParameter("step", step.getAsLong())
                                .setParameter("account", account)
                                .executeUpdate()
                        == 1;
    }

    private boolean useRecoveryCode(UUID account, String code) {
        return entityManager
                        .createQuery("update RecoveryCode c set c.usedAt = :now"
                                + " where c.accountId = :account and c.hash = :hash and c.usedAt is null")
                        .setParameter("now", clock.wallClock())
                        .setParameter("account", account)
                        .setParameter("hash", RecoveryTexts.hash(code))
                        .executeUpdate()
                == 1;
    }

    private long codesLeft(UUID account) {
        return entityManager
                .createQuery(
                        "select count(c) from RecoveryCode c where c.accountId = :account and c.usedAt is null",
                        Long.class)
                .setParameter("account", account)
                .getSingleResult();
    }

    private void delete(String statement, UUID account) {
        entityManager.createQuery(statement).setParameter("account", account).executeUpdate();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
