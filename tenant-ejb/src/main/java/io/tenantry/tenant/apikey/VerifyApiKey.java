package io.tenantry.tenant.apikey;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.access.Access;
import io.tenantry.tenant.access.RolePermissions;
import io.tenantry.tenant.apikey.internal.KeyText;
import io.tenantry.tenant.apikey.internal.sql.UseStatements;
import io.tenantry.tenant.plan.TenantFeatures;
import io.tenantry.tenant.registry.Tenant;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

/**
 * Decides on each request anew whether an API key of the thread's tenant is alive and what it may do, so that revoking it
 * or suspending the tenant takes effect at once.
 */
@Stateless
public class VerifyApiKey {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    ApiKeyPermissions permissions;

    @Inject
    RolePermissions rolePermissions;

    @Inject
    TenantFeatures features;

    @Inject
    BusinessClock clock;

    /**
     * The access of a key with the secret of this number.
     *
     * @throws ProblemException {@code unauthenticated}, {@code tenant-suspended}, {@code feature-not-in-plan}
     */
    public Access bySecretNo(UUID id, int secretNo) {
        Instant now = clock.now();
        ApiKey key = Optional.ofNullable(entityManager.find(ApiKey.class, id))
                .filter(found -> found.accepts(secretNo, now))
                .orElseThrow(() -> ProblemException.of(ProblemType.UNAUTHENTICATED));
        return access(key, now);
    }

    /**
     * The number of the secret in {@code text}, a key's whole text.
     *
     * @throws ProblemException {@code tenant-suspended}, {@code feature-not-in-plan}
     */
    public Optional<AuthenticatedApiKey> bySecret(KeyText text) {
        Instant now = clock.now();
        String hash = text.hash();
        ApiKey key = entityManager.find(ApiKey.class, text.id());
        if (key == null) {
            return Optional.empty();
        }
        return key.secretNo(hash, now).map(no -> new AuthenticatedApiKey(access(key, now), text.prefix(), no));
    }

    private Access access(ApiKey key, Instant now) {
        Tenant tenant =
                entityManager.find(Tenant.class, TenantContext.required().value());
        tenant.requireOpen();
        features.require("apiAccess");
        if (key.isUseWorthNoting(now)) {
            UseStatements.note(entityManager, key.id(), now, now.minus(ApiKey.USE_NOTED));
        }
        SortedSet<String> inForce = permissions.scopes(rolePermissions).inForce(key.scopes());
        Access.Place place = new Access.Place(tenant.id(), tenant.slug(), tenant.name(), Optional.empty(), inForce);
        return Access.ofKey(key.id(), key.name(), place);
    }
}
