package io.tenantry.it.server;

import java.util.List;

/** How Java starts for tests: the second compiler would take a third of all processor time, and never give it back. */
public final class ShortLived {

    /** For any server, beside what it has. */
    public static final String COMPILER = "-XX:TieredStopAtLevel=1";

    /** For a server whose collector nobody has chosen. */
    public static final List<String> JAVA = List.of(COMPILER, "-XX:+UseSerialGC");

    private ShortLived() {}
}
