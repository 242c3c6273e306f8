package io.tenantry.tenant.start;

import io.tenantry.platform.database.Databases;
import io.tenantry.platform.database.Migrations;
import io.tenantry.platform.isolation.IsolationCheck;
import io.tenantry.platform.isolation.IsolationReport;
import io.tenantry.platform.secret.SecretKeys;
import io.tenantry.tenant.event.EnterEventTypes;
import io.tenantry.tenant.identity.IdentityProvider;
import io.tenantry.tenant.signin.PasswordHashes;
import io.tenantry.tenant.signin.SetUpPlatform;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
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
    SecretKeys secretKeys;

    @Inject
    IdentityProvider identityProvider;

    @Inject
    PasswordHashes passwordHashes;

    @Inject
    SetUpPlatform setUpPlatform;

    @Inject
    EnterEventTypes enterEventTypes;

    @Inject
    @ConfigProperty(name = "tenantry.admin.email")
    Optional<String> adminEmail;

    @Inject
    @ConfigProperty(name = "tenantry.admin.password")
    Optional<String> adminPassword;

    @PostConstruct
    void start() {
        secretKeys.requireUsable();
        passwordHashes.requireStrong();
        identityProvider.requireUsable();
        int migrations = Migrations.run(Databases.owner());
        LOGGER.log(System.Logger.Level.INFO, "migrations=" + migrations);
        requireIsolation();
        enterEventTypes.enter();
        if (adminEmail.isPresent() && adminPassword.isPresent()) {
            setUpPlatform.administrator(adminEmail.get(), "Administrator", adminPassword.get());
        }
    }

    /** Whoever starts in another module calls this first: the container answers once all of the above is done. */
    public void awaitReady() {
        // the call itself is the wait
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
            LOGGER.log(
                    System.Logger.Level.INFO,
                    "tenants are isolated: tables=" + report.tables().size() + " entities="
                            + report.entities().size());
        } catch (SQLException e) {
            throw new IllegalStateException("isolation could not be checked", e);
        }
    }
}
