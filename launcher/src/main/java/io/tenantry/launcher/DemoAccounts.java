package io.tenantry.launcher;

import java.util.List;

/** The accounts of the demonstration data, for the operator to try. */
final class DemoAccounts {

    private static final String PASSWORD = "tenantry-demo";

    private record Account(String email, String role) {}

    private static final List<Account> ACCOUNTS = List.of(
            new Account("admin@tenantry.test", "platform operator"),
            new Account("owner@acme.test", "owner of acme (plan professional)"),
            new Account("viewer@acme.test", "viewer in acme"),
            new Account("owner@globex.test", "owner of globex (plan starter)"),
            new Account("owner@initech.test", "owner of initech (in trial)"),
            new Account("multi@tenantry.test", "admin in acme, viewer in globex"));

    private DemoAccounts() {}

    static void print(Console console) {
        console.line("Demo accounts, all with password " + PASSWORD + ":");
        ACCOUNTS.forEach(account -> console.line(String.format("  %-20s  %s", account.email(), account.role())));
    }
}
