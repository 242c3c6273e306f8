package io.tenantry.platform.problem;

/** Every kind of error the API answers with, as {@code /problems/<slug>} (RFC 9457). */
public enum ProblemType {
    VALIDATION("validation", 400),
    TENANT_REQUIRED("tenant-required", 400),
    UNAUTHENTICATED("unauthenticated", 401),
    LIMIT_EXCEEDED("limit-exceeded", 402),
    FORBIDDEN("forbidden", 403),
    FEATURE_NOT_IN_PLAN("feature-not-in-plan", 403),
    TENANT_MISMATCH("tenant-mismatch", 403),
    TENANT_SUSPENDED("tenant-suspended", 403),
    NOT_FOUND("not-found", 404),
    METHOD_NOT_ALLOWED("method-not-allowed", 405),
    NOT_ACCEPTABLE("not-acceptable", 406),
    CONFLICT("conflict", 409),
    PRECONDITION_FAILED("precondition-failed", 412),
    PAYLOAD_TOO_LARGE("payload-too-large", 413),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422),
    PRECONDITION_REQUIRED("precondition-required", 428),
    RATE_LIMITED("rate-limited", 429),
    INTERNAL("internal", 500),
    UNAVAILABLE("unavailable", 503);

    private final String slug;
    private final int status;

    ProblemType(String slug, int status) {
        this.slug = slug;
        this.status = status;
    }

    public String slug() {
        return slug;
    }

    public int status() {
        return status;
    }

    /** The kind that stands for an HTTP status the container chose; {@code VALIDATION} or {@code INTERNAL} for others. */
    public static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CONFLICT;
            case 412 -> PRECONDITION_FAILED;
            case 413 -> PAYLOAD_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> RATE_LIMITED;
            case 503 -> UNAVAILABLE;
            default -> status >= 400 && status < 500 ? VALIDATION : INTERNAL;
        };
    }
}
