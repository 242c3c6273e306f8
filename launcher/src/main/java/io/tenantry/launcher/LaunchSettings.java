package io.tenantry.launcher;

import java.nio.file.Path;
import java.util.Optional;

/** What the operator asked for on the command line. */
record LaunchSettings(
        HttpAddress address,
        Path dataDirectory,
        Optional<String> databaseUrl,
        Optional<Path> application,
        int poolSize,
        boolean demo,
        boolean testClock) {}
