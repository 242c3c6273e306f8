package io.tenantry.cmo;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.text.Texts;
import io.tenantry.tenant.registry.FindTenants;
import io.tenantry.tenant.registry.TenantView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Function;

/** What is stored for the tenant to read and was said by nobody: in its language, with its times. */
@ApplicationScoped
public class TenantWords {

    @Inject
    FindTenants tenants;

    public String say(Text text) {
        return say(at -> text, Instant.EPOCH);
    }

    /** @param text given the time as the tenant's clocks show it */
    public String say(Function<String, Text> text, Instant at) {
        TenantView tenant = tenants.get(TenantContext.required().value());
        String local = at.atZone(ZoneId.of(tenant.timeZone()))
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace('T', ' ');
        return Texts.resolve(text.apply(local), Locale.forLanguageTag(tenant.locale()));
    }
}
