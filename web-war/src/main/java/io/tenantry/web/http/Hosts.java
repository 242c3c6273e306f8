package io.tenantry.web.http;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.domain.ResolveDomain;
import io.tenantry.tenant.registry.ResolveTenant;
import io.tenantry.tenant.registry.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the host of a request says: the platform itself, or a tenant by its subdomain or by
 * a domain that it has proven. Any other host is not found.
 *
 * <p>{@code tenantry.platform-hosts}, separated by commas, adds names of the platform to the base domain, {@code localhost} and loopback
 * addresses.
 */
@ApplicationScoped
public class Hosts {

    /** Request attribute: {@code Optional<TenantId>}. */
    static final String ATTRIBUTE = Hosts.class.getName();

    private static final Set<String> LOOPBACK =
            Set.of("localhost", "[::1]", "::1", "0:0:0:0:0:0:0:1", "[0:0:0:0:0:0:0:1]");
    private static final Pattern LOOPBACK_V4 = Pattern.compile("127(\\.\\d{1,3}){3}");
    private static final Pattern LABEL = Pattern.compile(Slug.PATTERN);

    @Inject
    @ConfigProperty(name = "tenantry.base-domain")
    String baseDomain;

    @Inject
    @ConfigProperty(name = "tenantry.platform-hosts")
    Optional<String> platformHosts;

    @Inject
    ResolveTenant tenants;

    @Inject
    ResolveDomain domains;

    /** The tenant that the host of a request names; empty for the platform's own hosts. */
    public static Optional<TenantId> tenantOf(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Optional<?> host
                ? host.map(TenantId.class::cast)
                : Optional.empty();
    }

    /**
     * @return the tenant the host names; empty for the platform's own hosts
     * @throws ProblemException {@code not-found}
     */
    Optional<TenantId> tenantOf(String hostName) {
        String host = hostName == null ? "" : hostName.toLowerCase(Locale.ROOT);
        if (isPlatform(host)) {
            return Optional.empty();
        }
        if (!host.endsWith("." + baseDomain)) {
            return Optional.of(domains.tenantOf(host).orElseThrow(ProblemException::notFound));
        }
        String label = host.substring(0, host.length() - baseDomain.length() - 1);
        if (label.length() > 63 || !LABEL.matcher(label).matches()) {
            throw ProblemException.notFound();
        }
        return Optional.of(tenants.named(label).orElseThrow(ProblemException::notFound));
    }

    private boolean isPlatform(String host) {
        return host.equals(baseDomain)
                || LOOPBACK.contains(host)
                || LOOPBACK_V4.matcher(host).matches()
                || platformHosts
                        .map(hosts -> List.of(hosts.split(",")).contains(host))
                        .orElse(false);
    }
}
