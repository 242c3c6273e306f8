package io.tenantry.tenant.apikey;

import io.tenantry.platform.persistence.Versions;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.access.Access;
import io.tenantry.tenant.access.RolePermissions;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.apikey.internal.KeyText;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** Replaces the secret of an API key, or ends the key. */
@Stateless
public class ChangeApiKey {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    ApiKeyPermissions permissions;

    @Inject
    RolePermissions rolePermissions;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /**
     * @param grace for how long the secret before stays valid
     * @throws ProblemException {@code not-found}, {@code precondition-failed}, {@code conflict} if the key is over,
     *     {@code forbidden} for a caller who has less than the key
     */
    public IssuedApiKey rotate(UUID id, OptionalLong expected, Duration grace, Access caller) {
        ApiKey key = Versions.load(entityManager, ApiKey.class, id, expected);
        permissions.scopes(rolePermissions).requireHeld(key.scopes(), caller);
        Instant now = clock.now();
        KeyText next = KeyText.next(TenantContext.required(), id);
        key.rotate(next, grace, now);
        entityManager.flush();
        activity.changed(
                "apiKey.rotated",
                "apiKey",
                id,
                Map.of("name", key.name()),
                Map.of("name", key.name(), "previousUntil", key.previousUntil().toString()));
        return new IssuedApiKey(key.view(), next.secret());
    }

    /**
     * From the next request on the key is refused. Revoking once more changes nothing.
     *
     * @throws ProblemException {@code not-found}, {@code precondition-failed}
     */
    public void revoke(UUID id, OptionalLong expected) {
        ApiKey key = Versions.load(entityManager, ApiKey.class, id, expected);
        if (!key.isRevoked()) {
            key.revoke(clock.now());
            activity.changed(
                    "apiKey.revoked",
                    "apiKey",
                    id,
                    Map.of("name", key.name(), "revoked", false),
                    Map.of("name", key.name(), "revoked", true));
        }
    }
}
