package io.tenantry.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Product;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of origins that are named may call the API with a token, others may not, and cookies are let through for nobody. */
class CrossOriginIT extends BlackBox {

    private static final String ALLOW = "Access-Control-Allow-Origin";

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void anOriginThatIsNamedMayAskBeforeItCalls() throws Exception {
        HttpResponse<String> answer = preflight(Product.EMBEDDING_ORIGIN);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue(ALLOW)).contains(Product.EMBEDDING_ORIGIN);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("Authorization", "X-Tenant-ID");
        assertThat(answer.headers().allValues("Vary")).contains("Origin");
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://other.test", "https://host.test", "http://host.test.evil.test", "null"})
    void anyOtherOriginMayNot(String origin) throws Exception {
        HttpResponse<String> answer = preflight(origin);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue(ALLOW)).isEmpty();
        assertThat(get("/api/plans", origin).headers().firstValue(ALLOW)).isEmpty();
    }

    @Test
    void refusalsCanBeReadToo() throws Exception {
        HttpResponse<String> answer = get("/api/usage", Product.EMBEDDING_ORIGIN);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue(ALLOW)).contains(Product.EMBEDDING_ORIGIN);
    }

    @Test
    void scriptsAndStylesAreOpenToAll() throws Exception {
        assertThat(get("/assets/tokens.css", "http://other.test").headers().firstValue(ALLOW))
                .contains("*");
    }

    private HttpResponse<String> preflight(String origin) throws IOException, InterruptedException {
        return client.send(
                request("/api/usage", origin)
                        .header("Access-Control-Request-Method", "GET")
                        .method("OPTIONS", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String origin) throws IOException, InterruptedException {
        return client.send(request(path, origin).GET().build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, String origin) {
        return HttpRequest.newBuilder(URI.create(Product.address() + path)).header("Origin", origin);
    }
}
