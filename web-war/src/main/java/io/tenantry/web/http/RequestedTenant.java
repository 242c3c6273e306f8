package io.tenantry.web.http;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.registry.ResolveTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a request says, besides its token, about the tenant it is meant for: by its host, by {@code X-Tenant-ID} and,
 * where one develops, by the query parameter {@code tenant}.
 */
@ApplicationScoped
public class RequestedTenant {

    private static final String HEADER = "X-Tenant-ID";

    @Inject
    HttpServletRequest servletRequest;

    @Inject
    ResolveTenant resolve;

    @Inject
    TenantParameter parameter;

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

    Answer of(UriInfo address) {
        return new Answer(references(address).stream().map(resolve::named).collect(Collectors.toSet()));
    }

    /** The ids or slugs that the request names, whether or not there are such tenants. */
    public List<String> references(UriInfo address) {
        List<String> references = new ArrayList<>(Collections.list(servletRequest.getHeaders(HEADER)));
        byHost().ifPresent(tenant -> references.add(tenant.toString()));
        if (parameter.isAllowed()) {
            references.addAll(address.getQueryParameters().getOrDefault(TenantParameter.NAME, Collections.emptyList()));
        }
        return references;
    }

    /** The tenant whose own host the request came to. */
    public Optional<TenantId> byHost() {
        return Hosts.tenantOf(servletRequest);
    }
}
