package io.tenantry.cmo;

import io.tenantry.tenant.access.Permission;
import io.tenantry.tenant.access.PermissionSource;
import io.tenantry.tenant.member.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Viewers read, operators also write. */
@ApplicationScoped
public class CmoPermissions implements PermissionSource {

    @Override
    public Set<Permission> permissions() {
        return Stream.of("precintos", "transitos", "alertas")
                .flatMap(resource -> Stream.of(
                        new Permission("cmo", resource + ":read", Role.VIEWER),
                        new Permission("cmo", resource + ":write", Role.OPERATOR)))
                .collect(Collectors.toSet());
    }
}
