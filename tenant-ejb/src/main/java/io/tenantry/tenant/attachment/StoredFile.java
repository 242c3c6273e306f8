package io.tenantry.tenant.attachment;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.attachment.internal.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/** A file whose content can be read, as often as wanted. */
public record StoredFile(TenantId tenant, AttachmentView attachment, BlobStore store) {

    /**
     * Also outside of the tenant's thread.
     *
     * @throws IOException also if the content is not what was stored
     */
    public void writeTo(OutputStream output) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (TenantContext.Scope scope = TenantContext.enter(tenant);
                InputStream content = new DigestInputStream(store.open(attachment.id()), digest)) {
            content.transferTo(output);
        }
        if (!Sha256.text(digest).equals(attachment.sha256())) {
            throw new IOException("the content of attachment " + attachment.id() + " is not what was stored");
        }
    }
}
