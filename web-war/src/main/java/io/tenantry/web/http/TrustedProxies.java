package io.tenantry.web.http;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Believes {@code X-Forwarded-For} and {@code X-Forwarded-Host} of the proxies in {@code tenantry.trusted-proxies}
 * (addresses and networks, separated by commas) and of nobody else. What is added last is what the nearest proxy saw.
 */
@ApplicationScoped
public class TrustedProxies {

    @Inject
    @ConfigProperty(name = "tenantry.trusted-proxies")
    Optional<String> configured;

    private List<Network> networks;

    @PostConstruct
    void read() {
        try {
            networks = configured.stream()
                    .flatMap(text -> Arrays.stream(text.split(",")))
                    .map(Network::parse)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("tenantry.trusted-proxies: " + e.getMessage());
        }
    }

    /** A mistake in the setting shall be told at the start. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        networks.size();
    }

    Origin origin(HttpServletRequest request) {
        if (!isTrusted(request.getRemoteAddr())) {
            return new Origin(request.getRemoteAddr(), request.getServerName());
        }
        List<String> hosts = values(request, "X-Forwarded-Host");
        String host = hosts.isEmpty() ? request.getServerName() : withoutPort(hosts.get(hosts.size() - 1));
        return new Origin(client(request), host);
    }

    /** From the nearest backwards, the first address that is none of our proxies'. */
    private String client(HttpServletRequest request) {
        String client = request.getRemoteAddr();
        List<String> passed = values(request, "X-Forwarded-For");
        for (int i = passed.size() - 1; i >= 0 && isTrusted(client); i--) {
            Optional<InetAddress> before = Network.address(passed.get(i));
            if (before.isEmpty()) {
                return client;
            }
            client = before.get().getHostAddress();
        }
        return client;
    }

    private boolean isTrusted(String address) {
        return Network.address(address).stream()
                .anyMatch(parsed -> networks.stream().anyMatch(network -> network.contains(parsed)));
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .toList();
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":\\d*$", "");
    }
}
