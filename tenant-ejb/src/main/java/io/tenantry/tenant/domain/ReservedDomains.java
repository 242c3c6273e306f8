package io.tenantry.tenant.domain;

import io.tenantry.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Domains that no tenant can have: the platform's own with all below them, and names that the DNS does not give away (RFC
 * 6761), which {@code tenantry.domains.reserved} lists.
 */
@ApplicationScoped
public class ReservedDomains {

    private final Set<String> suffixes;

    ReservedDomains() {
        this("", Optional.empty(), Optional.empty());
    }

    @Inject
    ReservedDomains(
            @ConfigProperty(name = "tenantry.base-domain") String baseDomain,
            @ConfigProperty(name = "tenantry.platform-hosts") Optional<String> platformHosts,
            @ConfigProperty(name = "tenantry.domains.reserved") Optional<String> reserved) {
        suffixes = Stream.of(Optional.of(baseDomain), platformHosts, reserved)
                .flatMap(Optional::stream)
                .flatMap(list -> Stream.of(list.split(",")))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    /** @throws ProblemException {@code conflict}, as for a domain that somebody else has */
    void refuse(DomainName name) {
        if (suffixes.stream().anyMatch(name::isWithin)) {
            throw unavailable();
        }
    }

    /** What is answered for a domain that a tenant cannot have, whatever the reason. */
    static ProblemException unavailable() {
        return ProblemException.conflict("tenant.domain-unavailable");
    }
}
