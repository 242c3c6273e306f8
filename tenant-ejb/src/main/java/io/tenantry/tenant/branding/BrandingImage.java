package io.tenantry.tenant.branding;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantEntity;
import io.tenantry.tenant.branding.internal.image.CleanImage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/** A picture of a tenant, in the form in which we have written it. */
@Entity
@Table(name = "tenant_branding_image")
public class BrandingImage extends TenantEntity {

    private String kind;

    @Column(name = "media_type")
    private String mediaType;

    private byte[] content;
    private String hash;

    protected BrandingImage() {}

    BrandingImage(ImageKind kind, CleanImage image, Instant now) {
        super(Ids.next(), now);
        this.kind = kind.code();
        replace(image);
    }

    final void replace(CleanImage image) {
        mediaType = image.mediaType();
        content = image.content();
        hash = hash(content);
    }

    int size() {
        return content.length;
    }

    /** Of its content, and part of its address. */
    String hash() {
        return hash;
    }

    PublicImage published() {
        return new PublicImage(mediaType, content, hash);
    }

    Map<String, Object> snapshot() {
        return Map.of("kind", kind, "mediaType", mediaType, "bytes", content.length, "hash", hash);
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
