package io.tenantry.tenant.invitation.internal;

import io.tenantry.platform.secret.Secrets;
import io.tenantry.platform.tenancy.TenantId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the link of an invitation carries: {@code <tenant and invitation>.<secret>}, each part 256 bits in base64url. The
 * first part tells where to look, so it is looked for in one tenant only.
 */
public record InvitationText(TenantId tenant, UUID id, String secret) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{43})");
    private static final int ID_BYTES = 32;

    public static InvitationText next(TenantId tenant, UUID id) {
        return new InvitationText(tenant, id, Secrets.next());
    }

    /** Empty for a text of any other form. */
    public static Optional<InvitationText> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        ByteBuffer ids = ByteBuffer.wrap(Base64.getUrlDecoder().decode(parts.group(1)));
        TenantId tenant = new TenantId(new UUID(ids.getLong(), ids.getLong()));
        return Optional.of(new InvitationText(tenant, new UUID(ids.getLong(), ids.getLong()), parts.group(2)));
    }

    public String text() {
        ByteBuffer ids = ByteBuffer.allocate(ID_BYTES)
                .putLong(tenant.value().getMostSignificantBits())
                .putLong(tenant.value().getLeastSignificantBits())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ids.array()) + "." + secret;
    }

    public String hash() {
        return Secrets.hash(secret);
    }

    /** Without the secret, wherever it may be written. */
    @Override
    public String toString() {
        return id.toString();
    }
}
