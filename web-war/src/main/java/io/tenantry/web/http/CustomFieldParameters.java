package io.tenantry.web.http;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;

/** The query parameters that narrow a list by custom fields. Which there are, the tenant has decided. */
public class CustomFieldParameters {

    static final String PREFIX = "cf.";

    @Context
    public UriInfo uri;

    /** By name, with the prefix; each was given once. */
    public Map<String, String> filters() {
        Map<String, String> filters = new LinkedHashMap<>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (name.startsWith(PREFIX)) {
                filters.put(name, values.get(0));
            }
        });
        return filters;
    }
}
