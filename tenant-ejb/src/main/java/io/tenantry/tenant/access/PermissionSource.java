package io.tenantry.tenant.access;

import java.util.Set;

/** A module's permissions; make it a bean, and the roles have them. */
public interface PermissionSource {

    Set<Permission> permissions();
}
