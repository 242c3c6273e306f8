package io.tenantry.tenant.domain;

/**
 * A host has begun or ceased to name a tenant; fired in the transaction in which it does.
 *
 * @param domain in ASCII
 */
public record DomainChanged(String domain) {}
