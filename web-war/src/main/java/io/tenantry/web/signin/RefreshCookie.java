package io.tenantry.web.signin;

import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.signin.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The cookie that carries the refresh token: out of reach of scripts, and sent to the sign-in calls of its own host only.
 */
@ApplicationScoped
public class RefreshCookie {

    static final String NAME = "tenantry_refresh";

    @Inject
    @ConfigProperty(name = "tenantry.cookie.secure")
    boolean secure;

    @Inject
    BusinessClock clock;

    NewCookie of(SignedIn signedIn) {
        Duration left = Duration.between(clock.wallClock(), signedIn.refreshExpiresAt());
        return cookie(signedIn.refreshToken(), (int) left.toSeconds());
    }

    NewCookie ofNothing() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/api/auth")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
