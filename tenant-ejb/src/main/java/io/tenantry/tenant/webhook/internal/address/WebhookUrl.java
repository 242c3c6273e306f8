package io.tenantry.tenant.webhook.internal.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** An address that webhooks can be sent to, as far as its text tells. */
public final class WebhookUrl {

    private static final int LAST_PORT = 65_535;
    private static final String QUAD = "(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}";

    /** What resolvers take for a number: the last part is one (URL Standard, "ends in a number"). */
    private static final String NUMBER = "(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?";

    private WebhookUrl() {}

    /** @return empty if it is none */
    public static Optional<URI> parse(String text, boolean allowHttp) {
        try {
            URI uri = new URI(text).parseServerAuthority();
            return isScheme(uri, allowHttp)
                            && uri.getHost() != null
                            && isHost(uri.getHost().toLowerCase(Locale.ROOT))
                            && uri.getRawUserInfo() == null
                            && uri.getRawFragment() == null
                            && uri.getPort() != 0
                            && uri.getPort() <= LAST_PORT
                            && text.chars().allMatch(c -> c > ' ' && c < 0x7f)
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Without what may be a secret of its owner. */
    public static String withoutQuery(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    private static boolean isScheme(URI uri, boolean allowHttp) {
        return "https".equalsIgnoreCase(uri.getScheme()) || allowHttp && "http".equalsIgnoreCase(uri.getScheme());
    }

    /** No zones of IPv6, and of IPv4 the one notation that everybody reads alike. */
    private static boolean isHost(String host) {
        return !host.contains("%") && (!host.matches(NUMBER) || host.matches(QUAD));
    }
}
