package io.tenantry.tenant.customfield;

import java.util.Map;
import java.util.UUID;

/** A row as read, with what the tenant has added to it. */
public interface Customized<T> {

    UUID id();

    /** By key, in the order of the fields; a field without value is absent. */
    Map<String, Object> customFields();

    /** The same row with these values. */
    T with(Map<String, Object> customFields);
}
