package io.tenantry.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The link to create the first administrator, as long as the application says that there is none. */
final class SetupLink {

    private static final System.Logger LOGGER = System.getLogger(SetupLink.class.getName());
    private static final Pattern REQUIRED = Pattern.compile("\"required\"\\s*:\\s*true");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private SetupLink() {}

    static Optional<String> from(String url, String token) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "api/setup"))
                    .timeout(TIMEOUT)
                    .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                LOGGER.log(System.Logger.Level.WARNING, "GET /api/setup answered {0}", answer.statusCode());
            }
            return answer.statusCode() == 200 && REQUIRED.matcher(answer.body()).find()
                    ? Optional.of(url + "setup.html#token=" + token)
                    : Optional.empty();
        } catch (IOException e) {
            // somebody's own application need not have this resource
            LOGGER.log(System.Logger.Level.DEBUG, "No answer about the set-up", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
