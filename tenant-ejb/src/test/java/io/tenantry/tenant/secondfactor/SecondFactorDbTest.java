package io.tenantry.tenant.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.secret.SecretKeys;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.secondfactor.internal.SealedSecret;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Codes that are good once, whoever else tries at the same moment. */
class SecondFactorDbTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final int AT_ONCE = 6;
    private static final StandaloneUnit UNIT =
            new StandaloneUnit("tenantPU", TestDatabase.migrated().app(), Map.of());
    private static final SealedSecret SEALED =
            new SealedSecret(new SecretKeys(Base64.getEncoder().encodeToString(new byte[32])));

    private final UUID account = account();

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @Test
    void aFactorCountsFromItsFirstCodeOn() {
        assertThat(state()).isEqualTo(new FactorState(false, false, 0));
        String secret = enrol();
        assertThat(state()).isEqualTo(new FactorState(false, true, 0));
        assertThat(accepts(code(secret, 0))).isFalse();

        refused(ProblemType.VALIDATION, () -> confirm("000000".equals(code(secret, 0)) ? "000001" : "000000"));
        assertThat(confirm(code(secret, 0))).hasSize(10);

        assertThat(state()).isEqualTo(new FactorState(true, false, 10));
        refused(ProblemType.CONFLICT, () -> confirm(code(secret, 1)));
        refused(ProblemType.CONFLICT, this::enrol);
    }

    @Test
    void aSecretThatWasNeverConfirmedIsForgotten() {
        String forgotten = enrol();
        String secret = enrol();

        refused(ProblemType.VALIDATION, () -> confirm(code(forgotten, 0)));
        assertThat(confirm(code(secret, 0))).isNotEmpty();
    }

    @Test
    void aCodeIsGoodOnceAndNoneBeforeItAfterwards() {
        String secret = enrol();
        confirm(code(secret, -1));

        assertThat(accepts(code(secret, -1))).isFalse();
        assertThat(accepts(code(secret, 1))).isTrue();
        assertThat(accepts(code(secret, 1))).isFalse();
        assertThat(accepts(code(secret, 0))).isFalse();
    }

    @Test
    void ofAttemptsAtOnceWithOneCodeOneIsGood() {
        String secret = enrol();
        List<String> recovery = confirm(code(secret, 0));

        assertThat(atOnce(code(secret, 1))).containsOnlyOnce(true);
        assertThat(atOnce(recovery.get(0))).containsOnlyOnce(true);
    }

    @Test
    void aRecoveryCodeIsGoodOnceForItsOwnAccount() {
        String secret = enrol();
        String recovery = confirm(code(secret, 0)).get(0);
        SecondFactorDbTest other = new SecondFactorDbTest();
        other.confirm(code(other.enrol(), 0));

        assertThat(other.accepts(recovery)).isFalse();
        assertThat(accepts(recovery)).isTrue();
        assertThat(accepts(recovery)).isFalse();
        assertThat(state().recoveryCodesLeft()).isEqualTo(9);
    }

    @Test
    void whatIsRemovedIsGone() {
        String secret = enrol();
        String recovery = confirm(code(secret, 0)).get(0);

        as(factor -> {
            factor.remove(account);
            return true;
        });

        assertThat(state()).isEqualTo(new FactorState(false, false, 0));
        assertThat(accepts(code(secret, 1))).isFalse();
        confirm(code(enrol(), 0));
        assertThat(accepts(recovery)).isFalse();
    }

    @Test
    void theDatabaseHoldsNeitherSecretNorCodes() {
        String secret = enrol();
        List<String> recovery = confirm(code(secret, 0));

        String rows = UNIT.inTransaction(em -> em.createNativeQuery("""
                        select string_agg(cast(t as text) || cast(c as text), ' ')
                        from account_totp t join account_recovery_code c using (account_id)
                        where account_id = ?1""")
                .setParameter(1, account)
                .getSingleResult()
                .toString());

        String hex = new BigInteger(1, bytes(secret)).toString(16);
        assertThat(rows).contains("\\x").doesNotContain(hex, secret).doesNotContain(recovery);
    }

    private List<Boolean> atOnce(String code) {
        CyclicBarrier together = new CyclicBarrier(AT_ONCE);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<CompletableFuture<Boolean>> attempts = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    together.await();
                                } catch (Exception e) {
                                    throw new AssertionError(e);
                                }
                                return accepts(code);
                            },
                            threads))
                    .toList();
            return attempts.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private String enrol() {
        Enrolment enrolment = as(factor -> factor.enrol(account, "a b@factor.test"));
        assertThat(enrolment.uri())
                .isEqualTo("otpauth://totp/Tenantry:a%20b%40factor.test?secret=" + enrolment.secret()
                        + "&issuer=Tenantry");
        return enrolment.secret();
    }

    private List<String> confirm(String code) {
        return as(factor -> factor.confirm(account, code));
    }

    private boolean accepts(String code) {
        return as(factor -> factor.accepts(account, code));
    }

    private FactorState state() {
        return as(factor -> factor.of(account));
    }

    private static <T> T as(Function<SecondFactor, T> work) {
        return UNIT.inTransaction(em -> {
            SecondFactor factor = new SecondFactor();
            factor.entityManager = em;
            factor.sealed = SEALED;
            factor.clock = new BusinessClock(false) {
                @Override
                public Instant wallClock() {
                    return NOW;
                }
            };
            return work.apply(factor);
        });
    }

    /** The code of a device, so many steps from now. */
    private static String code(String secret, int steps) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(bytes(secret), "HmacSHA1"), NOW.plusSeconds(30L * steps));
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String base32) {
        String digits = base32.chars()
                .map(c -> Character.forDigit("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c), 32))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        byte[] number = new BigInteger(digits, 32).toByteArray();
        byte[] bytes = new byte[20];
        int length = Math.min(number.length, bytes.length);
        System.arraycopy(number, number.length - length, bytes, bytes.length - length, length);
        return bytes;
    }

    private static UUID account() {
        return UNIT.inTransaction(em -> {
            Account account = new Account(Ids.next() + "@factor.test", "F", "-", false, NOW);
            em.persist(account);
            return account.id();
        });
    }

    private static void refused(ProblemType type, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
