package io.tenantry.tenant.secondfactor;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a tenant asks of its members' signing in. A tenant without one asks nothing. */
@Entity
@Table(name = "tenant_sign_in_rule")
public class SignInRule extends TenantEntity {

    @Column(name = "require_second_factor")
    private boolean requireSecondFactor;

    protected SignInRule() {}

    SignInRule(Instant now) {
        super(Ids.next(), now);
    }

    boolean isSecondFactorRequired() {
        return requireSecondFactor;
    }

    void requireSecondFactor(boolean required) {
        requireSecondFactor = required;
    }
}
