package io.tenantry.cmo;

import io.tenantry.tenant.access.Permission;
import io.tenantry.tenant.access.PermissionSource;
import io.tenantry.tenant.member.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Viewers read, operators also write; the key of a device needs to report and nothing else. */
@ApplicationScoped
public class CmoPermissions implements PermissionSource {

    @Override
    public Set<Permission> permissions() {
        Stream<Permission> each = Stream.of("precintos", "transitos", "alertas")
                .flatMap(resource -> Stream.of(
                        new Permission("cmo", resource + ":read", Role.VIEWER),
                        new Permission("cmo", resource + ":write", Role.OPERATOR)));
        return Stream.concat(each, Stream.of(new Permission("cmo", "precintos:report", Role.OPERATOR)))
                .collect(Collectors.toSet());
    }
}
