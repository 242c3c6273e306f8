package io.tenantry.platform.caller;

import java.util.UUID;

/**
 * On whose behalf the current thread works, for the activity log and the log lines.
 *
 * @param accountId the account or the API key; {@code null} for the system and for nobody yet
 * @param name e-mail address, or the name of an API key or of the system's
 * @param requestId {@code null} outside a request
 * @param impersonator who really acts, where the account above is another's; {@code null} otherwise
 */
public record Caller(Kind kind, UUID accountId, String name, String requestId, Impersonator impersonator) {

    private static final Caller SYSTEM = new Caller(Kind.SYSTEM, null, "system", null, null);
    private static final ThreadLocal<Caller> CURRENT = new ThreadLocal<>();

    /** How the caller came to act in a tenant. */
    public enum Kind {
        /** A member of the tenant. */
        USER,
        /** An administrator of the platform, who needs no membership. */
        PLATFORM,
        /** A program, by an API key of the tenant. */
        KEY,
        /** Timers, start-up and everything else nobody asked for. */
        SYSTEM
    }

    /**
     * An administrator of the platform who acts as somebody in a tenant.
     *
     * @param as e-mail address of a member, or a role
     */
    public record Impersonator(UUID accountId, String name, String as) {}

    /** The thread's caller; the system if nobody else was set. */
    public static Caller current() {
        Caller caller = CURRENT.get();
        return caller == null ? SYSTEM : caller;
    }

    /** Begins a request of nobody known yet. */
    public static void begin(String requestId) {
        CURRENT.set(new Caller(Kind.SYSTEM, null, "anonymous", requestId, null));
    }

    /** Names the caller of the running request. */
    public static void identify(Kind kind, UUID accountId, String name) {
        CURRENT.set(new Caller(kind, accountId, name, current().requestId, null));
    }

    /** Names who acts, and whose rights they have. */
    public static void impersonate(Kind kind, UUID accountId, String name, Impersonator impersonator) {
        CURRENT.set(new Caller(kind, accountId, name, current().requestId, impersonator));
    }

    public boolean isImpersonated() {
        return impersonator != null;
    }

    /** Ends the request. */
    public static void end() {
        CURRENT.remove();
    }
}
