package io.tenantry.tenant.attachment.internal;

import io.tenantry.platform.secret.SecretKeys;
import io.tenantry.platform.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;

/** Texts that name a file of a tenant and a time, and that nobody but the platform can make: HMAC with SHA-256. */
@ApplicationScoped
public class FileTokens {

    private static final String PURPOSE = "link to an attachment";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int CLAIM_BYTES = 5 * Long.BYTES;
    private static final int SEAL_BYTES = 32;
    private static final int LENGTH = (CLAIM_BYTES + SEAL_BYTES) / 3 * 4;

    @Inject
    SecretKeys keys;

    protected FileTokens() {}

    /** For use without a container. */
    public FileTokens(SecretKeys keys) {
        this.keys = keys;
    }

    /** What a token opens. */
    public record Claim(TenantId tenant, UUID attachment, Instant until) {}

    /** @param until in whole seconds */
    public String issue(TenantId tenant, UUID attachment, Instant until) {
        byte[] claim = ByteBuffer.allocate(CLAIM_BYTES)
                .putLong(tenant.value().getMostSignificantBits())
                .putLong(tenant.value().getLeastSignificantBits())
                .putLong(attachment.getMostSignificantBits())
                .putLong(attachment.getLeastSignificantBits())
                .putLong(until.getEpochSecond())
                .array();
        byte[] token = ByteBuffer.allocate(CLAIM_BYTES + SEAL_BYTES)
                .put(claim)
                .put(seal(claim))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Empty if it is not one of ours. Whether it is over, the caller looks. */
    public Optional<Claim> read(String token) {
        if (token.length() != LENGTH || !token.matches("[A-Za-z0-9_-]*")) {
            return Optional.empty();
        }
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        byte[] claim = Arrays.copyOf(bytes, CLAIM_BYTES);
        if (!MessageDigest.isEqual(seal(claim), Arrays.copyOfRange(bytes, CLAIM_BYTES, bytes.length))) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(claim);
        return Optional.of(new Claim(
                new TenantId(new UUID(buffer.getLong(), buffer.getLong())),
                new UUID(buffer.getLong(), buffer.getLong()),
                Instant.ofEpochSecond(buffer.getLong())));
    }

    private byte[] seal(byte[] claim) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(keys.derive(PURPOSE, ALGORITHM));
            return mac.doFinal(claim);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
