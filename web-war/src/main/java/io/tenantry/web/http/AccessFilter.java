package io.tenantry.web.http;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.text.Text;
import io.tenantry.tenant.access.Access;
import io.tenantry.tenant.usage.CountCall;
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
import java.util.List;
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

    @Inject
    CountCall countCall;

    @Override
    public void filter(ContainerRequestContext request) {
        if (says(Anyone.class)) {
            return;
        }
        SignedInOnly signedIn = said(SignedInOnly.class);
        boolean anywhere = signedIn != null && !signedIn.inTenant();
        Access access = anywhere ? verification.verifyAccount(request) : verified(request);
        current.access(access);
        if (isOwnCall(access)) {
            // what is about the account itself leads out of the tenant
            countCall.count(anywhere || says(OpenBeyondCallLimit.class));
        }
        RequiresPermission required = resource.getResourceMethod().getAnnotation(RequiresPermission.class);
        if (required != null) {
            requirePermission(access, required.value());
        } else if (says(PlatformAdminOnly.class)) {
            requirePlatformAdmin(access);
        } else if (signedIn == null) {
            throw ProblemException.of(ProblemType.FORBIDDEN);
        } else {
            requireAccount(access, signedIn.inTenant(), says(OpenToImpersonation.class));
        }
    }

    private Access verified(ContainerRequestContext request) {
        return says(OpenToSuspended.class) ? verification.verifySuspendedToo(request) : verification.verify(request);
    }

    /** Made by the tenant's own people and programs, not by the platform, also not in somebody's name. */
    private boolean isOwnCall(Access access) {
        return access.place().isPresent()
                && (access.apiKey() || access.place().get().role().isPresent())
                && access.impersonation().isEmpty()
                && !says(PlatformAdminOnly.class);
    }

    private boolean says(Class<? extends Annotation> annotation) {
        return said(annotation) != null;
    }

    private <A extends Annotation> A said(Class<A> annotation) {
        A onMethod = resource.getResourceMethod().getAnnotation(annotation);
        return onMethod != null
                ? onMethod
                : resource.getResourceMethod().getDeclaringClass().getAnnotation(annotation);
    }

    private static void requireAccount(Access access, boolean inTenant, boolean openToImpersonation) {
        if (access.apiKey()) {
            throw ProblemException.of(ProblemType.FORBIDDEN, Text.of("tenant.api-key-no-account"));
        }
        if (access.impersonation().isPresent() && !openToImpersonation) {
            throw ProblemException.of(ProblemType.FORBIDDEN, Text.of("tenant.impersonation-closed"));
        }
        if (inTenant) {
            requirePlace(access);
        }
    }

    private static void requirePlace(Access access) {
        if (access.place().isEmpty()) {
            throw ProblemException.of(ProblemType.TENANT_REQUIRED);
        }
    }

    private static void requirePermission(Access access, String permission) {
        requirePlace(access);
        if (access.place().get().secondFactorMissing()) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    Text.of("tenant.second-factor-required"),
                    List.of(),
                    Map.of("permission", permission, "secondFactor", "totp"));
        }
        if (!access.may(permission)) {
            throw ProblemException.of(ProblemType.FORBIDDEN, Map.of("permission", permission));
        }
    }

    private static void requirePlatformAdmin(Access access) {
        if (!access.platformAdmin()) {
            throw ProblemException.of(ProblemType.FORBIDDEN, Map.of("permission", "platform-admin"));
        }
        // what is done to a tenant from outside stands in its log as done by the platform
        Caller.identify(Caller.Kind.PLATFORM, access.accountId(), access.email());
    }
}
