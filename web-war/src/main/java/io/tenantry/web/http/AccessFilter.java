package io.tenantry.web.http;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.text.Text;
import io.tenantry.tenant.access.Access;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Map;

/**
 * Lets a request through to its resource, or not. What a resource says about itself decides: {@link Anyone},
 * {@link SignedInOnly}, {@link PlatformAdminOnly} or {@link RequiresPermission}; one that says nothing is closed.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION)
public class AccessFilter implements ContainerRequestFilter {

    @Context
    ResourceInfo resource;

    @Inject
    CallerVerification verification;

    @Inject
    CurrentRequest current;

    @Override
    public void filter(ContainerRequestContext request) {
        if (says(Anyone.class)) {
            return;
        }
        Access access = verification.verify(request);
        current.access(access);
        RequiresPermission required = resource.getResourceMethod().getAnnotation(RequiresPermission.class);
        if (required != null) {
            requirePermission(access, required.value());
        } else if (says(PlatformAdminOnly.class)) {
            requirePlatformAdmin(access);
        } else if (!says(SignedInOnly.class)) {
            throw ProblemException.of(ProblemType.FORBIDDEN);
        } else if (access.apiKey()) {
            throw ProblemException.of(ProblemType.FORBIDDEN, Text.of("tenant.api-key-no-account"));
        } else if (access.impersonation().isPresent() && !says(OpenToImpersonation.class)) {
            throw ProblemException.of(ProblemType.FORBIDDEN, Text.of("tenant.impersonation-closed"));
        }
    }

    private boolean says(Class<? extends Annotation> annotation) {
        return resource.getResourceMethod().isAnnotationPresent(annotation)
                || resource.getResourceMethod().getDeclaringClass().isAnnotationPresent(annotation);
    }

    private static void requirePermission(Access access, String permission) {
        if (access.place().isEmpty()) {
            throw ProblemException.of(ProblemType.TENANT_REQUIRED);
        }
        if (!access.may(permission)) {
            throw ProblemException.of(ProblemType.FORBIDDEN, Map.of("permission", permission));
        }
    }

    private static void requirePlatformAdmin(Access access) {
        if (!access.platformAdmin()) {
            throw ProblemException.of(ProblemType.FORBIDDEN, Map.of("permission", "platform-admin"));
        }
    }
}
