package io.tenantry.tenant.impersonation.internal;

import io.tenantry.platform.secret.Secrets;
import io.tenantry.platform.tenancy.TenantId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hand-over token as its holder has it: {@code th_<ids>.<secret>}. The first part names the tenant and the
 * impersonation, so it is looked for in that tenant only; the second is 256 random bits.
 */
public record HandOverText(TenantId tenant, UUID id, String text) {

    private static final Pattern FORM = Pattern.compile("th_([A-Za-z0-9_-]{43})\\.[A-Za-z0-9_-]{43}");
    private static final int BYTES = 32;

    public static HandOverText next(TenantId tenant, UUID id) {
        byte[] ids = ByteBuffer.allocate(BYTES)
                .putLong(tenant.value().getMostSignificantBits())
                .putLong(tenant.value().getLeastSignificantBits())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        String named = Base64.getUrlEncoder().withoutPadding().encodeToString(ids);
        return new HandOverText(tenant, id, "th_" + named + "." + Secrets.next());
    }

    /** Empty for a text of any other form. */
    public static Optional<HandOverText> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        ByteBuffer ids;
        try {
            ids = ByteBuffer.wrap(Base64.getUrlDecoder().decode(parts.group(1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        TenantId tenant = new TenantId(new UUID(ids.getLong(), ids.getLong()));
        return Optional.of(new HandOverText(tenant, new UUID(ids.getLong(), ids.getLong()), text));
    }

    /** SHA-256 of the whole. */
    public String hash() {
        return Secrets.hash(text);
    }

    /** Without the secret, wherever it may be written. */
    @Override
    public String toString() {
        return "hand-over of " + id;
    }
}
