package io.tenantry.tenant.access;

import io.tenantry.platform.text.Text;
import io.tenantry.tenant.member.Role;

/**
 * Something a member may do, such as {@code precintos:write}.
 *
 * @param bundle of the texts of the module that has it
 * @param least the least of the built-in roles that has it
 */
public record Permission(String bundle, String name, Role least) {

    /** One of the tenant module's. */
    public Permission(String name, Role least) {
        this("tenant", name, least);
    }

    /** What it is about, such as {@code precintos}. */
    public String resource() {
        return name.substring(0, name.indexOf(':'));
    }

    /** What it is called: {@code <bundle>.permission.<resource>.<action>}. */
    public Text label() {
        return Text.of(bundle + ".permission." + name.replace(':', '.'));
    }
}
