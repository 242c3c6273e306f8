package io.tenantry.tenant.access;

import io.tenantry.tenant.activity.ActivityLog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** Tells a tenant, in its own activity log, who tried the wrong door or came in from the platform. */
@Stateless
public class RecordAccess {

    @Inject
    ActivityLog activity;

    /** A member's request named another tenant as well. */
    public void mismatch(UUID account) {
        activity.happened("access.tenantMismatch", "account", account);
    }

    /** A request by an API key named another tenant as well. */
    public void mismatchOfKey(UUID key) {
        activity.happened("access.tenantMismatch", "apiKey", key);
    }

    /** An administrator of the platform acts in the tenant. */
    public void byPlatform(UUID account) {
        activity.happened("access.byPlatform", "account", account);
    }
}
