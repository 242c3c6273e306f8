package io.tenantry.tenant.secondfactor.internal;

import java.security.SecureRandom;

/** Random bytes as people type them: the alphabet of RFC 4648, which authenticator apps read. */
public final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Base32() {}

    /** Of a multiple of five bytes, so that there is nothing to pad. */
    public static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length * Byte.SIZE / BITS);
        int buffer = 0;
        int buffered = 0;
        for (byte next : bytes) {
            buffer = buffer << Byte.SIZE | next & 0xff;
            buffered += Byte.SIZE;
            while (buffered >= BITS) {
                buffered -= BITS;
                text.append(ALPHABET.charAt(buffer >> buffered & 31));
            }
        }
        return text.toString();
    }

    public static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
