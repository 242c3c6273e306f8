package io.tenantry.tenant.email.internal;

import io.tenantry.tenant.email.BrandNames;
import io.tenantry.tenant.email.EmailAddress;
import io.tenantry.tenant.email.EmailSettingsValues;
import io.tenantry.tenant.email.SenderDomains;
import io.tenantry.tenant.plan.TenantFeatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** In whose name e-mail is written. */
@ApplicationScoped
public class Senders {

    private static final String WHITE_LABEL = "whiteLabel";

    @Inject
    PlatformSender platform;

    @Inject
    @ConfigProperty(name = "tenantry.mail.sender-name", defaultValue = "Tenantry")
    String platformName;

    @Inject
    Instance<SenderDomains> domains;

    @Inject
    Instance<BrandNames> brands;

    @Inject
    TenantFeatures features;

    public String platformName() {
        return platformName;
    }

    public String platformAddress() {
        return platform.address();
    }

    /** The name under which people of the thread's tenant know the service. */
    public String brand(String organization) {
        if (!features.ofCurrentTenant().contains(WHITE_LABEL)) {
            return platformName;
        }
        return brands.stream()
                .flatMap(names -> names.ofCurrentTenant().stream())
                .findFirst()
                .orElse(organization);
    }

    /** Whether the tenant may write from its own address: otherwise it could write as anybody. */
    public boolean isVerified(EmailSettingsValues settings) {
        return settings.senderAddress() != null
                && domains.stream()
                        .anyMatch(known -> known.isVerified(new EmailAddress(settings.senderAddress()).domain()));
    }

    public String address(EmailSettingsValues settings) {
        return isVerified(settings) ? settings.senderAddress() : platformAddress();
    }
}
