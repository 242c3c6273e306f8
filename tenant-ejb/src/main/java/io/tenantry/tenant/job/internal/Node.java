package io.tenantry.tenant.job.internal;

import io.tenantry.platform.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This process among those that run jobs. */
@ApplicationScoped
public class Node {

    private final String name;
    private final Instant started;

    Node() {
        this("", Instant.EPOCH);
    }

    public Node(String name, Instant started) {
        this.name = name;
        this.started = started;
    }

    @Inject
    Node(@ConfigProperty(name = "tenantry.node") Optional<String> name, BusinessClock clock) {
        this(name.orElseGet(Node::host), clock.wallClock());
    }

    public String name() {
        return name;
    }

    /** A claim of this name from before is of a process that is no more. */
    public Instant started() {
        return started;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
