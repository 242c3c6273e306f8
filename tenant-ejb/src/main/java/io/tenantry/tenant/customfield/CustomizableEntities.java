package io.tenantry.tenant.customfield;

import java.util.Set;

/** The kinds of rows of a module that tenants may add fields to; make it a bean. */
public interface CustomizableEntities {

    /** Named as in the API: {@code precintos}. */
    Set<String> entities();
}
