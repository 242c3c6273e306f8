package io.tenantry.tenant.branding.internal.image;

import io.tenantry.platform.problem.ProblemException;

/** The refusals of a picture. */
final class BadImage {

    private BadImage() {}

    static ProblemException unknown() {
        return refused("tenant.image-unknown");
    }

    static ProblemException broken() {
        return refused("tenant.image-broken");
    }

    static ProblemException refused(String key, Object... arguments) {
        return ProblemException.invalid("", key, arguments);
    }
}
