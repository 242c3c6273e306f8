package io.tenantry.tenant.webhook.internal;

import io.tenantry.platform.tenancy.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What this node is sending at the moment: never so much to one that nothing is left for the others. */
final class InFlight {

    static final int OF_ENDPOINT = 4;
    static final int OF_TENANT = 20;
    static final int OF_NODE = 200;

    private final Map<TenantId, Map<UUID, Integer>> byTenant = new HashMap<>();
    private int all;

    synchronized boolean hasRoom() {
        return all < OF_NODE;
    }

    synchronized boolean hasRoom(TenantId tenant) {
        return hasRoom()
                && of(tenant).values().stream().mapToInt(Integer::intValue).sum() < OF_TENANT;
    }

    /** The tenant's endpoints that are sent as much as may be. */
    synchronized Set<UUID> full(TenantId tenant) {
        return of(tenant).entrySet().stream()
                .filter(endpoint -> endpoint.getValue() >= OF_ENDPOINT)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    synchronized void enter(TenantId tenant, UUID endpoint) {
        byTenant.computeIfAbsent(tenant, key -> new HashMap<>()).merge(endpoint, 1, Integer::sum);
        all++;
    }

    synchronized void leave(TenantId tenant, UUID endpoint) {
        byTenant.computeIfPresent(tenant, (key, endpoints) -> {
            endpoints.computeIfPresent(endpoint, (id, count) -> count == 1 ? null : count - 1);
            return endpoints.isEmpty() ? null : endpoints;
        });
        all--;
    }

    private Map<UUID, Integer> of(TenantId tenant) {
        return byTenant.getOrDefault(tenant, Map.of());
    }
}
