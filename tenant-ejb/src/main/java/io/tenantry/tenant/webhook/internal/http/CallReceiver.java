package io.tenantry.tenant.webhook.internal.http;

import io.tenantry.tenant.webhook.internal.address.AddressGuard;
import io.tenantry.tenant.webhook.internal.address.AddressRefused;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends a webhook to an address that a tenant has chosen, so with care: connects to addresses that were checked and no
 * others, follows nothing, keeps nothing, and comes back in time whatever the other side does.
 */
@ApplicationScoped
public class CallReceiver {

    /** All of a call. */
    public static final Duration LONGEST = Duration.ofSeconds(15);

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final int IO_THREADS = 2;
    /** More than are ever used: those that were given up go a little later. */
    private static final int CONNECTIONS = 1000;

    private static final int HEADERS = 100;
    private static final int HEADER_LINE = 8 * 1024;

    @Inject
    AddressGuard guard;

    private Duration longest = LONGEST;
    private CloseableHttpAsyncClient client;

    protected CallReceiver() {}

    /** For use without a container. */
    public CallReceiver(AddressGuard guard, Duration longest) {
        this.guard = guard;
        this.longest = longest;
        start();
    }

    @PostConstruct
    void start() {
        Timeout whole = Timeout.of(longest);
        client = HttpAsyncClients.custom()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Guarded(guard))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(whole)
                                .build())
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                                .setHandshakeTimeout(whole)
                                .build())
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .build())
                .setIOReactorConfig(
                        IOReactorConfig.custom().setIoThreadCount(IO_THREADS).build())
                .setHttp1Config(Http1Config.custom()
                        .setMaxHeaderCount(HEADERS)
                        .setMaxLineLength(HEADER_LINE)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
        client.start();
    }

    @PreDestroy
    public void stop() {
        client.close(CloseMode.IMMEDIATE);
    }

    /** Looks addresses up where they are connected to, so that no other answer can come in between. */
    private record Guarded(AddressGuard guard) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws AddressRefused {
            return guard.addresses(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /** Never throws but for an interrupt: what went wrong is in the reply. */
    public Reply post(URI url, Map<String, String> headers, byte[] body) throws InterruptedException {
        BoundedReply consumer = new BoundedReply();
        Future<Void> exchange;
        try {
            exchange = client.execute(request(url, headers, body), consumer, consumer);
        } catch (RuntimeException e) {
            return Reply.failed("connection");
        }
        try {
            return consumer.reply().get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return Reply.failed(word(e.getCause()));
        } catch (TimeoutException e) {
            return Reply.failed("timeout");
        } finally {
            exchange.cancel(true);
        }
    }

    private static AsyncRequestProducer request(URI url, Map<String, String> headers, byte[] body) {
        AsyncRequestBuilder request = AsyncRequestBuilder.post(url).setEntity(new BasicAsyncEntityProducer(body, null));
        headers.forEach(request::setHeader);
        return request.build();
    }

    private static String word(Throwable failure) {
        if (failure instanceof AddressRefused) {
            return "address-refused";
        }
        if (failure instanceof InterruptedIOException) {
            return "timeout";
        }
        if (failure instanceof SSLException) {
            return "tls";
        }
        return failure instanceof HttpException ? "response" : "connection";
    }
}
