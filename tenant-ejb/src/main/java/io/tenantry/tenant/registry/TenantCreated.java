package io.tenantry.tenant.registry;

import io.tenantry.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * There is a new tenant; told in the transaction that makes it, with the thread working for the tenant.
 *
 * @param trialEndsAt if it begins with a trial
 */
public record TenantCreated(TenantId tenant, Instant at, Optional<Instant> trialEndsAt) {}
