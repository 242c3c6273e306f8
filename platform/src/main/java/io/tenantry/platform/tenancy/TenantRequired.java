package io.tenantry.platform.tenancy;

/** Tenant-scoped work was started on a thread that names no tenant. */
public class TenantRequired extends IllegalStateException {

    public TenantRequired() {
        super("no tenant on this thread: enter one with TenantContext before tenant-scoped work");
    }
}
