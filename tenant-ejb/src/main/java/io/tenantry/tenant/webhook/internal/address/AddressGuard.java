package io.tenantry.tenant.webhook.internal.address;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks hosts up and lets no address pass that webhooks must not be sent to. */
@ApplicationScoped
public class AddressGuard {

    @Inject
    @ConfigProperty(name = "tenantry.webhooks.allowed-networks")
    Optional<String> allowedNetworks;

    private AddressRules rules;
    private HostAddresses hosts;

    protected AddressGuard() {}

    /** For use without a container. */
    public AddressGuard(List<String> allowedNetworks, HostAddresses hosts) {
        this.rules = new AddressRules(allowedNetworks);
        this.hosts = hosts;
    }

    /** The addresses of a host, by the system's resolver or in a test. */
    @FunctionalInterface
    public interface HostAddresses {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    @PostConstruct
    void start() {
        rules = new AddressRules(
                allowedNetworks.map(text -> List.of(text.split(","))).orElse(List.of()));
        hosts = InetAddress::getAllByName;
    }

    /**
     * All addresses of a host. Whoever connects uses these, and does not ask again.
     *
     * @throws AddressRefused if there is none, or if any of them is not allowed
     */
    public InetAddress[] addresses(String host) throws AddressRefused {
        InetAddress[] found;
        try {
            found = hosts.of(host);
        } catch (UnknownHostException | SecurityException e) {
            throw new AddressRefused(host);
        }
        if (found.length == 0 || !Stream.of(found).allMatch(rules::allow)) {
            throw new AddressRefused(host);
        }
        return found;
    }
}
