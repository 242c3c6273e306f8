package io.tenantry.tenant.apikey;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.metering.RequiresFeature;
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
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes an API key that can do no more than its maker. */
@Stateless
public class CreateApiKey {

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
     * @throws ProblemException {@code feature-not-in-plan}, {@code validation}, or {@code forbidden} for a scope the
     *     maker does not have
     */
    @RequiresFeature("apiAccess")
    public IssuedApiKey create(ApiKeyValues values, Access maker) {
        KeyText text = KeyText.next(TenantContext.required(), Ids.next());
        ApiKey key = new ApiKey(
                text,
                values.name(),
                permissions.scopes(rolePermissions).granted(values.scopes(), maker),
                values.expiresAt(),
                maker.email(),
                clock.now());
        entityManager.persist(key);
        entityManager.flush();
        activity.created("apiKey", key.id(), snapshot(key));
        return new IssuedApiKey(key.view(), text.secret());
    }

    private static Map<String, Object> snapshot(ApiKey key) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", key.name());
        values.put("scopes", key.scopes());
        if (key.expiresAt() != null) {
            values.put("expiresAt", key.expiresAt().toString());
        }
        return values;
    }
}
