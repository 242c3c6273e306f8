package io.tenantry.tenant.domain;

import io.tenantry.platform.metering.RequiresFeature;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.domain.DomainChecks.Question;
import io.tenantry.tenant.domain.internal.Proof;
import io.tenantry.tenant.domain.internal.ProofLookup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Asks the DNS now whether a domain is the tenant's. There is no transaction while it is asked. */
@ApplicationScoped
public class VerifyDomain {

    @Inject
    DomainChecks checks;

    @Inject
    ProofLookup dns;

    /**
     * @return the domain, which is proven
     * @throws ProblemException {@code feature-not-in-plan}, {@code not-found}, {@code rate-limited}; {@code conflict} if the record is not there, the
     *     DNS gives no answer or the domain cannot be used
     */
    @RequiresFeature("customDomain")
    public DomainView verify(UUID id) {
        Question question = checks.requested(id);
        Proof proof = dns.find(question.name(), question.value());
        DomainView domain = checks.conclude(id, proof);
        return switch (proof) {
            case FOUND -> domain;
            case ABSENT -> throw ProblemException.conflict("tenant.domain-not-proven", question.name());
            case UNKNOWN -> throw ProblemException.conflict("tenant.domain-no-answer", question.name());
        };
    }
}
