package io.tenantry.tenant.signin.internal;

import io.tenantry.tenant.activity.ActivityLog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** Tells the thread's tenant what one of its members has done with their account. */
@Stateless
public class AccountActivity {

    @Inject
    ActivityLog activity;

    /** @param action such as {@code account.passwordChanged} */
    public void note(String action, UUID account) {
        activity.happened(action, "account", account);
    }
}
