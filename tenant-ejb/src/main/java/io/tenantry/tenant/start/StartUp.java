package io.tenantry.tenant.start;

import io.tenantry.platform.database.Databases;
import io.tenantry.platform.database.Migrations;
import io.tenantry.platform.isolation.IsolationCheck;
import io.tenantry.platform.isolation.IsolationReport;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.member.Role;
import io.tenantry.tenant.registry.CreateTenant;
import io.tenantry.tenant.signin.SetUpPlatform;
import io.tenantry.tenant.start.DemoData.Organization;
import io.tenantry.tenant.start.DemoData.Organization.Member;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Migrates the database, then lets nobody in unless isolation is in force. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class StartUp {

    private static final System.Logger LOGGER = System.getLogger(StartUp.class.getName());

    @Inject
    SetUpPlatform setUpPlatform;

    @Inject
    DemoData demoData;

    @Inject
    @ConfigProperty(name = "tenantry.demo", defaultValue = "false")
    boolean demo;

    @Inject
    @ConfigProperty(name = "tenantry.admin.email")
    Optional<String> adminEmail;

    @Inject
    @ConfigProperty(name = "tenantry.admin.password")
    Optional<String> adminPassword;

    @PostConstruct
    void start() {
        int migrations = Migrations.run(Databases.owner());
        LOGGER.log(System.Logger.Level.INFO, "migrations=" + migrations);
        requireIsolation();
        if (adminEmail.isPresent() && adminPassword.isPresent()) {
            setUpPlatform.administrator(adminEmail.get(), "Administrator", adminPassword.get());
        }
        if (demo) {
            createDemo();
        }
    }

    private static void requireIsolation() {
        try (Connection connection = Databases.app().getConnection()) {
            IsolationReport report = IsolationCheck.run(connection);
            if (!report.isSound()) {
                throw new IllegalStateException("tenants are not isolated: "
                        + report.violations().stream()
                                .map(violation -> violation.rule() + " (" + violation.subject() + ")")
                                .collect(Collectors.joining(", ")));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("isolation could not be checked", e);
        }
    }

    private void createDemo() {
        demoData.administrator();
        Member multiAsAdmin = new Member("multi@tenantry.test", "Multi", Role.ADMIN);
        create(
                new Organization("acme", "Acme Logistics", "professional", false, 4),
                new Member("owner@acme.test", "Acme Owner", Role.OWNER),
                new Member("viewer@acme.test", "Acme Viewer", Role.VIEWER),
                multiAsAdmin);
        create(
                new Organization("globex", "Globex Transport", "starter", false, 1),
                new Member("owner@globex.test", "Globex Owner", Role.OWNER),
                new Member(multiAsAdmin.email(), multiAsAdmin.name(), Role.VIEWER));
        create(
                new Organization("initech", "Initech Freight", "professional", true, 1),
                new Member("owner@initech.test", "Initech Owner", Role.OWNER));
    }

    private void create(Organization organization, Member... members) {
        if (!demoData.isMissing(organization)) {
            return;
        }
        try {
            TenantContext.run(CreateTenant.newId(), () -> demoData.create(organization, List.of(members)));
        } catch (ProblemException e) {
            if (e.type() != ProblemType.CONFLICT) {
                throw e;
            }
            LOGGER.log(System.Logger.Level.INFO, "another node has just made " + organization.slug());
        }
    }
}
