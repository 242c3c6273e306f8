package io.tenantry.tenant.domain.internal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Asks a resolver for a TXT record: {@code tenantry.dns.server}, as {@code host} or {@code host:port}, else those of the
 * system. The resolver follows {@code CNAME}s and keeps answers as long as their owner allows.
 *
 * <p>One question, at most twice to each server, each time with a short time-out; no answer is longer than 64 KB.
 */
@ApplicationScoped
public class ProofLookup {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int TRIES = 2;

    @Inject
    @ConfigProperty(name = "tenantry.dns.server")
    Optional<String> server;

    private ExtendedResolver resolver;

    @PostConstruct
    void start() {
        List<InetSocketAddress> servers = server.map(ProofLookup::address)
                .map(List::of)
                .orElseGet(() -> ResolverConfig.getCurrentConfig().servers());
        resolver =
                new ExtendedResolver(servers.stream().map(ProofLookup::simple).toArray(Resolver[]::new));
        resolver.setRetries(TRIES);
    }

    private static InetSocketAddress address(String text) {
        URI uri = URI.create("dns://" + text);
        return new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? SimpleResolver.DEFAULT_PORT : uri.getPort());
    }

    private static Resolver simple(InetSocketAddress address) {
        SimpleResolver simple = new SimpleResolver(address);
        simple.setTimeout(TIMEOUT);
        simple.setIoClientFactory(new BlockingSockets());
        return simple;
    }

    /** Whether a TXT record of this name holds exactly this value. */
    public Proof find(String name, String value) {
        Message answer;
        try {
            Message query = Message.newQuery(Record.newRecord(Name.fromString(name + "."), Type.TXT, DClass.IN));
            answer = resolver.sendAsync(query, Runnable::run)
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException noAnswer) {
            return Proof.UNKNOWN;
        } catch (TextParseException e) {
            throw new IllegalArgumentException(name, e);
        }
        return switch (answer.getRcode()) {
            case Rcode.NOERROR -> holds(answer, value) ? Proof.FOUND : Proof.ABSENT;
            case Rcode.NXDOMAIN -> Proof.ABSENT;
            default -> Proof.UNKNOWN;
        };
    }

    private static boolean holds(Message answer, String value) {
        return answer.getSection(Section.ANSWER).stream()
                .filter(TXTRecord.class::isInstance)
                .map(TXTRecord.class::cast)
                .anyMatch(text -> String.join("", text.getStrings()).equals(value));
    }
}
