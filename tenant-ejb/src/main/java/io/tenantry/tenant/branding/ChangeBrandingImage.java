package io.tenantry.tenant.branding;

import io.tenantry.platform.metering.Limits;
import io.tenantry.platform.metering.RequiresFeature;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.branding.internal.image.CleanImage;
import io.tenantry.tenant.branding.internal.image.ImageCleaning;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets and removes the tenant's pictures. Their bytes count as its storage. */
@Stateless
public class ChangeBrandingImage {

    private static final String STORAGE = "storage";

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    Limits limits;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /**
     * What was stored of a picture.
     *
     * @param removed what of a drawing was left out
     */
    public record Stored(String mediaType, int bytes, String hash, List<String> removed) {}

    /**
     * @param image at most as long as its kind allows
     * @throws ProblemException {@code validation}, {@code feature-not-in-plan}, {@code limit-exceeded}
     */
    @RequiresFeature("whiteLabel")
    public Stored set(ImageKind kind, byte[] image) {
        CleanImage clean = ImageCleaning.clean(image, kind.side());
        BrandingRows rows = new BrandingRows(entityManager);
        rows.lock();
        Optional<BrandingImage> present = rows.image(kind);
        Map<String, Object> before = present.map(BrandingImage::snapshot).orElse(null);
        count(clean.content().length - present.map(BrandingImage::size).orElse(0));
        BrandingImage stored = present.orElseGet(() -> new BrandingImage(kind, clean, clock.now()));
        if (present.isPresent()) {
            stored.replace(clean);
        } else {
            entityManager.persist(stored);
        }
        entityManager.flush();
        activity.changed("brandingImage.changed", "brandingImage", stored.id(), before, stored.snapshot());
        return new Stored(clean.mediaType(), stored.size(), stored.hash(), clean.removed());
    }

    /** Where there is none, nothing happens; without the feature too, so that it can be cleaned up. */
    public void remove(ImageKind kind) {
        BrandingRows rows = new BrandingRows(entityManager);
        rows.lock();
        rows.image(kind).ifPresent(image -> {
            count(-image.size());
            entityManager.remove(image);
            activity.deleted("brandingImage", image.id(), image.snapshot());
        });
    }

    private void count(int bytes) {
        if (bytes > 0) {
            limits.take(STORAGE, bytes);
        } else if (bytes < 0) {
            limits.release(STORAGE, -bytes);
        }
    }
}
