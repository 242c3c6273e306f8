package io.tenantry.tenant.identity;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.text.Text;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who says who somebody is ({@code tenantry.identity-provider}): {@code built-in}, or {@code outside}, whose access tokens
 * the server checks by {@code mp.jwt.verify.issuer} and {@code mp.jwt.verify.publickey.location}.
 */
@ApplicationScoped
public class IdentityProvider {

    @Inject
    @ConfigProperty(name = "tenantry.identity-provider", defaultValue = "built-in")
    String provider;

    @Inject
    @ConfigProperty(name = "mp.jwt.verify.audiences")
    Optional<String> audiences;

    /** @throws IllegalStateException if the configuration would let tokens in that were issued for other applications */
    @PostConstruct
    public void requireUsable() {
        if (!provider.equals("built-in") && !provider.equals("outside")) {
            throw new IllegalStateException("tenantry.identity-provider is neither built-in nor outside");
        }
        if (isOutside() && audiences.filter(text -> !text.isBlank()).isEmpty()) {
            throw new IllegalStateException(
                    "mp.jwt.verify.audiences is not set: tokens that the identity provider issued for other"
                            + " applications would be accepted");
        }
    }

    public boolean isOutside() {
        return provider.equals("outside");
    }

    /** @throws ProblemException {@code forbidden} where somebody else signs people in */
    public void requireBuiltIn() {
        if (isOutside()) {
            throw ProblemException.of(ProblemType.FORBIDDEN, Text.of("tenant.identity-outside"));
        }
    }
}
