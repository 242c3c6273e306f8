package io.tenantry.billing.document;

import io.tenantry.tenant.branding.ImageKind;
import io.tenantry.tenant.branding.PublicLook;
import io.tenantry.tenant.branding.ReadLook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How the thread's tenant looks, if its plan lets it have a look of its own; else as the platform does. */
@ApplicationScoped
public class InvoiceBrand {

    @Inject
    ReadLook look;

    Brand current() {
        PublicLook shown = look.look();
        return new Brand(shown.displayName(), shown.colors().primary(), look.image(ImageKind.LOGO));
    }
}
