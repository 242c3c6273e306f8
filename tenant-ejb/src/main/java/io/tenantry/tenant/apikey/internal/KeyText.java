package io.tenantry.tenant.apikey.internal;

import io.tenantry.platform.secret.Secrets;
import io.tenantry.platform.tenancy.TenantId;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API key as its holder has it: {@code tk_<public part>_<secret part>}, each part 256 bits in 50 digits of base 36.
 *
 * <p>The public part names the tenant and the key, so a key is looked for in its tenant only. The secret part is random;
 * with 256 bits a fast hash is enough.
 */
public final class KeyText {

    private static final String MARK = "tk_";
    private static final int BYTES = 32;
    private static final int RADIX = 36;
    private static final Pattern FORM = Pattern.compile("tk_([0-9a-z]{50})_([0-9a-z]{50})");

    private final TenantId tenant;
    private final UUID id;
    private final String secretPart;

    private KeyText(TenantId tenant, UUID id, String secretPart) {
        this.tenant = tenant;
        this.id = id;
        this.secretPart = secretPart;
    }

    /** A new secret for a key. */
    public static KeyText next(TenantId tenant, UUID id) {
        return new KeyText(tenant, id, digits(new BigInteger(1, Secrets.nextBytes())));
    }

    /** Empty for a text of any other form. */
    public static Optional<KeyText> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        BigInteger ids = new BigInteger(parts.group(1), RADIX);
        if (ids.bitLength() > BYTES * Byte.SIZE) {
            return Optional.empty();
        }
        UUID tenant = uuid(ids.shiftRight(2 * Long.SIZE));
        return Optional.of(new KeyText(new TenantId(tenant), uuid(ids), parts.group(2)));
    }

    /** The part that may be shown: it tells which key it is and opens nothing. */
    public static String prefix(TenantId tenant, UUID id) {
        ByteBuffer ids = ByteBuffer.allocate(BYTES)
                .putLong(tenant.value().getMostSignificantBits())
                .putLong(tenant.value().getLeastSignificantBits())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return MARK + digits(new BigInteger(1, ids.array()));
    }

    public TenantId tenant() {
        return tenant;
    }

    public UUID id() {
        return id;
    }

    public String prefix() {
        return prefix(tenant, id);
    }

    /** The whole of it. Only its holder is told, once. */
    public String secret() {
        return prefix() + "_" + secretPart;
    }

    /** SHA-256 of the whole. */
    public String hash() {
        return Secrets.hash(secret());
    }

    /** Without the secret, wherever it may be written. */
    @Override
    public String toString() {
        return prefix();
    }

    private static String digits(BigInteger number) {
        String digits = number.toString(RADIX);
        return "0".repeat(50 - digits.length()) + digits;
    }

    private static UUID uuid(BigInteger number) {
        return new UUID(number.shiftRight(Long.SIZE).longValue(), number.longValue());
    }
}
