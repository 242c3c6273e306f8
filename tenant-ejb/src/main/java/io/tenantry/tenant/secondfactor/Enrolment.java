package io.tenantry.tenant.secondfactor;

/**
 * What a device needs in order to make codes: shown once.
 *
 * @param secret in base32, to be typed in
 * @param uri an {@code otpauth:} address, to be drawn as a QR code
 */
public record Enrolment(String secret, String uri) {

    /** Without the secret, wherever it may be written. */
    @Override
    public String toString() {
        return "enrolment";
    }
}
