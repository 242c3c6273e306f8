package io.tenantry.web.http;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where a request comes from and what it asks for, as far as it can be trusted.
 *
 * @param address network address of the client
 * @param host the host name the client asked for, without port
 */
public record Origin(String address, String host) {

    static final String ATTRIBUTE = Origin.class.getName();

    /** Of a request that has passed the edge. */
    public static Origin of(HttpServletRequest request) {
        return (Origin) request.getAttribute(ATTRIBUTE);
    }
}
