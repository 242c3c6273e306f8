package io.tenantry.tenant.job.internal;

import java.util.UUID;

/** The right to run a slot and to report on it, until another claims it. */
public record Claim(UUID id, int attempt) {}
