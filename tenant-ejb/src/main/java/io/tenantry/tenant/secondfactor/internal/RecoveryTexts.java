package io.tenantry.tenant.secondfactor.internal;

import io.tenantry.platform.secret.Secrets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Recovery codes as people keep them: 80 random bits as {@code abcd-efgh-jklm-nopq}, so a fast hash is enough. */
public final class RecoveryTexts {

    private static final int COUNT = 10;
    private static final int BYTES = 10;

    private RecoveryTexts() {}

    public static List<String> next() {
        return Stream.generate(RecoveryTexts::one).limit(COUNT).toList();
    }

    /** The same however it is written. */
    public static String hash(String code) {
        return Secrets.hash(code.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", ""));
    }

    private static String one() {
        String text = Base32.encode(Base32.random(BYTES)).toLowerCase(Locale.ROOT);
        return text.replaceAll("(.{4})(?!$)", "$1-");
    }
}
