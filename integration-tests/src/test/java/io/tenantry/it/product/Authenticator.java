package io.tenantry.it.product;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A device that makes codes by time (RFC 6238), and an account's recovery codes. */
public record Authenticator(byte[] secret, List<String> recoveryCodes) {

    public static final String TOTP = "/api/me/totp";

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECRET_BYTES = 20;

    /** Gives the account of a session a second factor. The code of now is used up by that; the next one is good. */
    public static Authenticator enrol(Api api, String password) {
        String secret =
                api.post(TOTP, Json.object("password", password)).expect(201).text("secret");
        Authenticator device = of(secret);
        Answer confirmed =
                api.post(TOTP + "/confirm", Json.object("code", device.now())).expect(200);
        return new Authenticator(
                device.secret,
                StreamSupport.stream(confirmed.json().path("recoveryCodes").spliterator(), false)
                        .map(code -> code.asText())
                        .toList());
    }

    /** With a secret as the product shows it. */
    public static Authenticator of(String base32) {
        String digits = base32.chars()
                .mapToObj(c -> Character.toString(Character.forDigit(ALPHABET.indexOf(c), ALPHABET.length())))
                .collect(Collectors.joining());
        byte[] bytes = new BigInteger(digits, ALPHABET.length()).toByteArray();
        byte[] padded = new byte[SECRET_BYTES + bytes.length];
        System.arraycopy(bytes, 0, padded, SECRET_BYTES, bytes.length);
        return new Authenticator(Arrays.copyOfRange(padded, bytes.length, padded.length), List.of());
    }

    public String now() {
        return code(0);
    }

    /** The product takes it too: clocks may differ by a step. */
    public String next() {
        return code(1);
    }

    /** No code of these minutes. */
    public String wrong() {
        List<String> good = List.of(code(-2), code(-1), code(0), code(1), code(2), code(3));
        return List.of("000000", "000001", "000002", "000003", "000004", "000005", "000006").stream()
                .filter(code -> !good.contains(code))
                .findFirst()
                .orElseThrow();
    }

    private String code(int stepsFromNow) {
        long step = Instant.now().getEpochSecond() / 30 + stepsFromNow;
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
