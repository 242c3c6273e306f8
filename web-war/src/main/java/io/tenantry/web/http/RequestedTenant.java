package io.tenantry.web.http;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.registry.FindTenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a request says, besides its token, about the tenant it is meant for: by its host and by {@code X-Tenant-ID}. */
@ApplicationScoped
public class RequestedTenant {

    private static final String HEADER = "X-Tenant-ID";

    @Inject
    HttpServletRequest servletRequest;

    @Inject
    FindTenants tenants;

    /** The tenants a request names; one that does not exist is an empty member. */
    record Answer(Set<Optional<TenantId>> named) {

        /** Whether all that is named, and the token's tenant if it has one, is one and the same tenant. */
        boolean agreesWith(Optional<TenantId> claimed) {
            Set<Optional<TenantId>> all = new HashSet<>(named);
            claimed.ifPresent(tenant -> all.add(claimed));
            return all.size() <= 1 && !all.contains(Optional.<TenantId>empty());
        }

        Optional<TenantId> tenant() {
            return named.stream().findFirst().flatMap(tenant -> tenant);
        }
    }

    Answer of(ContainerRequestContext request) {
        Set<Optional<TenantId>> named = new HashSet<>();
        Optional<TenantId> host = Hosts.tenantOf(servletRequest);
        if (host.isPresent()) {
            named.add(host);
        }
        List<String> headers = request.getHeaders().getOrDefault(HEADER, new ArrayList<>());
        headers.forEach(reference -> named.add(tenants.named(reference)));
        return new Answer(named);
    }
}
