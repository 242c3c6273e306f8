package io.tenantry.tenant.signin.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.access.Access;
import io.tenantry.tenant.apikey.AuthenticatedApiKey;
import io.tenantry.tenant.member.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Issues access tokens: signed JWTs (RFC 7519, RS256) with the claims of MicroProfile JWT. */
@ApplicationScoped
public class AccessTokens {

    public static final Duration LIFETIME = Duration.ofMinutes(15);

    @Inject
    SigningKey signingKey;

    @Inject
    BusinessClock clock;

    @Inject
    @ConfigProperty(name = "mp.jwt.verify.issuer")
    String issuer;

    /** @param tenant the tenant to work in, if any */
    public String issue(Account account, UUID session, Optional<TenantId> tenant) {
        JWTClaimsSet.Builder claims = claims(account.id(), account.email())
                .claim("sid", session.toString())
                .claim("groups", account.isPlatformAdmin() ? List.of("user", "platform-admin") : List.of("user"));
        tenant.ifPresent(id -> claims.claim("tenant_id", id.toString()));
        return sign(claims.build());
    }

    /** The token says that it is no ordinary one: its rights are looked up as those of the impersonation. */
    public String issue(Account administrator, UUID session, TenantId tenant, UUID impersonation) {
        return sign(claims(administrator.id(), administrator.email())
                .claim("sid", session.toString())
                .claim("impersonation", impersonation.toString())
                .claim("groups", List.of("user"))
                .claim("tenant_id", tenant.toString())
                .build());
    }

    /**
     * A token by itself ends with the secret it was got for: that is what the secret's number, which is text because
     * servers differ in the type of numbers, is for.
     */
    public String issue(AuthenticatedApiKey key) {
        Access access = key.access();
        return sign(claims(access.accountId(), key.prefix())
                .claim("api_key", access.accountId().toString())
                .claim("secret_no", Integer.toString(key.secretNo()))
                .claim("groups", List.of("api-key"))
                .claim("tenant_id", access.place().orElseThrow().tenant().toString())
                .build());
    }

    private JWTClaimsSet.Builder claims(UUID subject, String name) {
        Instant now = clock.wallClock();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject.toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .claim("upn", name);
    }

    private String sign(JWTClaimsSet claims) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(JOSEObjectType.JWT)
                    .keyID(signingKey.key().getKeyID())
                    .build();
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(signingKey.key()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
