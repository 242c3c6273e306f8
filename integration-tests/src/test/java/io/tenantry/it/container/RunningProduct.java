package io.tenantry.it.container;

import java.net.URI;

/** The product on one of its servers, and where its parts are reached. */
sealed interface RunningProduct permits LaunchedProduct, InstalledProduct {

    URI address();

    String databaseUrl();

    String superuserPassword();

    /** Whether it ended in good time. */
    boolean stop();
}
