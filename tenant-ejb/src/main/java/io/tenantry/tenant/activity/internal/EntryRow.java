package io.tenantry.tenant.activity.internal;

import io.tenantry.platform.tenancy.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * An entry as it is stored.
 *
 * @param texts all other columns, in a fixed order; {@code null} where there is no value
 */
public record EntryRow(EntryKey key, List<String> texts) {

    /**
     * SHA-256 over every column. Each text goes in with its length, so that none can take over a part of its neighbour;
     * a length of -1 is no value.
     */
    public byte[] digest(TenantId tenant) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Canonical.write(out, tenant.value());
            Canonical.write(out, key.id());
            Canonical.write(out, key.at());
            out.writeLong(key.position());
            for (String text : texts) {
                byte[] value = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(text == null ? -1 : value.length);
                out.write(value);
            }
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
