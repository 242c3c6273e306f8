package io.tenantry.tenant.access;

import io.tenantry.tenant.member.Role;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The permissions of each built-in role, gathered from all modules. */
@ApplicationScoped
public class RolePermissions {

    @Inject
    @Any
    Instance<PermissionSource> sources;

    private final Map<Role, SortedSet<String>> byRole = new EnumMap<>(Role.class);

    /** Once: every request asks for its role's. */
    @PostConstruct
    void gather() {
        for (Role role : Role.values()) {
            byRole.put(role, Collections.unmodifiableSortedSet(gathered(role)));
        }
    }

    public SortedSet<String> of(Role role) {
        return byRole.get(role);
    }

    /** What of an own role is in force: permissions may be gone since it was made. */
    public SortedSet<String> inForce(String separatedByBlanks) {
        SortedSet<String> permissions = new TreeSet<>(List.of(separatedByBlanks.split(" ")));
        permissions.retainAll(of(Role.OWNER));
        return permissions;
    }

    /** All there are. */
    public Stream<Permission> all() {
        return sources.stream().flatMap(source -> source.permissions().stream());
    }

    private SortedSet<String> gathered(Role role) {
        return all().filter(permission -> role.includes(permission.least()))
                .map(Permission::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
