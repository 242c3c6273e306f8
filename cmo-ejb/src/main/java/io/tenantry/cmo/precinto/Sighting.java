package io.tenantry.cmo.precinto;

import java.time.Instant;

/**
 * What a seal told when it was heard of.
 *
 * @param batteryPct {@code null} if it did not say
 * @param latitude {@code null} like the longitude if it did not say where it was
 */
public record Sighting(Instant at, Integer batteryPct, Double latitude, Double longitude) {}
