package io.tenantry.cmo;

import io.tenantry.tenant.customfield.CustomizableEntities;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Tenants may add fields to seals, transits and alerts. */
@ApplicationScoped
public class CmoCustomFields implements CustomizableEntities {

    public static final String PRECINTOS = "precintos";
    public static final String TRANSITOS = "transitos";
    public static final String ALERTAS = "alertas";

    @Override
    public Set<String> entities() {
        return Set.of(PRECINTOS, TRANSITOS, ALERTAS);
    }
}
