package io.tenantry.web.tenant;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.tenantry.platform.text.Texts;
import io.tenantry.tenant.access.Permission;
import io.tenantry.tenant.access.RolePermissions;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** The permissions of which roles are made, by what they are about. */
@Path("roles/permissions")
@RequestScoped
@Produces("application/json")
public class PermissionsResource {

    @Inject
    RolePermissions rolePermissions;

    /** Always whole, so {@code nextCursor} is {@code null}. */
    public record PermissionsView(List<ResourceView> items, String nextCursor) {}

    /** What there is to do with a resource. */
    public record ResourceView(String resource, List<PermissionView> permissions) {}

    /** {@code label}: in the language of the request. */
    public record PermissionView(String name, String label, String leastRole) {

        static PermissionView of(Permission permission, Locale language) {
            return new PermissionView(
                    permission.name(),
                    Texts.resolve(permission.label(), language),
                    permission.least().code());
        }
    }

    @GET
    @RequiresPermission("roles:read")
    public PermissionsView list(@HeaderParam("Accept-Language") String acceptLanguage) {
        Locale language = Texts.negotiate(acceptLanguage);
        return new PermissionsView(
                rolePermissions
                        .all()
                        .sorted(Comparator.comparing(Permission::name))
                        .collect(groupingBy(Permission::resource, TreeMap::new, toList()))
                        .entrySet()
                        .stream()
                        .map(resource -> new ResourceView(
                                resource.getKey(),
                                resource.getValue().stream()
                                        .map(permission -> PermissionView.of(permission, language))
                                        .toList()))
                        .toList(),
                null);
    }
}
