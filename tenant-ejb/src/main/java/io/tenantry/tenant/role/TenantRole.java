package io.tenantry.tenant.role;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A role that a tenant has made. */
@Entity
@Table(name = "tenant_role")
public class TenantRole extends TenantEntity {

    private String name;

    @Column(name = "name_key")
    private String nameKey;

    private String permissions;

    protected TenantRole() {}

    TenantRole(String name, Collection<String> permissions, Instant now) {
        super(Ids.next(), now);
        become(name, permissions);
    }

    void become(String nextName, Collection<String> nextPermissions) {
        name = nextName;
        nameKey = keyOf(nextName);
        permissions = String.join(" ", nextPermissions);
    }

    /** What names are compared by: lower case, the same under every default locale. */
    static String keyOf(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    String name() {
        return name;
    }

    /** As they were given, separated by blanks; not all need exist any more. */
    String permissions() {
        return permissions;
    }

    RoleView view() {
        return new RoleView(id().toString(), name, false, named(), createdAt(), version());
    }

    /** As the activity log shows it. */
    Map<String, Object> snapshot() {
        return Map.of("name", name, "permissions", named());
    }

    private List<String> named() {
        return Stream.of(permissions.split(" ")).filter(name -> !name.isEmpty()).toList();
    }
}
