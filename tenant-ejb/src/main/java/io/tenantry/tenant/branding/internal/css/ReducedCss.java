package io.tenantry.tenant.branding.internal.css;

import io.tenantry.tenant.branding.RefusedPart;
import java.util.List;

/**
 * What is left of a style sheet.
 *
 * @param sheet harmless CSS, written anew
 * @param refused what is not in it
 */
public record ReducedCss(String sheet, List<RefusedPart> refused) {

    public ReducedCss {
        refused = List.copyOf(refused);
    }
}
