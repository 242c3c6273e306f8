package io.tenantry.tenant.secondfactor.internal;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.tenantry.platform.secret.Secrets;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** Codes as every authenticator app makes them: six digits of HMAC-SHA-1, a new one each 30 seconds. */
public final class TotpCodes {

    /** Clocks differ, and people take a moment. */
    private static final int STEPS_AROUND = 1;

    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();
    private static final long STEP_SECONDS = GENERATOR.getTimeStep().toSeconds();

    private TotpCodes() {}

    /**
     * The time step whose code this is, if it is one of now; apps show it with a blank in the middle. All are compared, so
     * the time taken tells nothing.
     */
    public static OptionalLong step(byte[] secret, String code, Instant now) {
        String digits = code.replaceAll("\\s", "");
        long current = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(current - STEPS_AROUND, current + STEPS_AROUND)
                .filter(step -> Secrets.same(code(secret, step), digits))
                .max();
    }

    static String code(byte[] secret, long step) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(secret, GENERATOR.getAlgorithm()), Instant.ofEpochSecond(step * STEP_SECONDS));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
