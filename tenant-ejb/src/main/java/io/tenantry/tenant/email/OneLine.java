package io.tenantry.tenant.email;

/** Text that people have typed, as it can stand in an e-mail's variables. */
public final class OneLine {

    private OneLine() {}

    /** Without controls, also those that turn the direction of writing, and without breaks. */
    public static String of(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
    }
}
