package io.tenantry.tenant.access;

import io.tenantry.tenant.member.Role;

/**
 * Something a member may do, such as {@code precintos:write}.
 *
 * @param least the least of the built-in roles that has it
 */
public record Permission(String name, Role least) {}
