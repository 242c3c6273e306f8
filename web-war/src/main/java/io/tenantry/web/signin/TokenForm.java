package io.tenantry.web.signin;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.web.json.BoundedBody;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Reads the parameters of a form. Unknown ones are for others to understand (RFC 6749, 3.2). */
final class TokenForm {

    /** Bytes; a form with a client's credentials is far shorter, and anybody may send one. */
    private static final int MAX_LENGTH = 8 * 1024;

    private final Map<String, String> parameters;

    private TokenForm(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /** @throws ProblemException {@code validation} for one given twice, {@code payload-too-large} */
    static TokenForm read(InputStream body) throws IOException {
        return parse(new String(BoundedBody.read(body, MAX_LENGTH), StandardCharsets.UTF_8));
    }

    static TokenForm parse(String text) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            String value = parts.length == 2 ? decoded(parts[1]) : "";
            // one without a value counts as left out (RFC 6749, 3.2)
            if (!value.isEmpty() && parameters.put(decoded(parts[0]), value) != null) {
                throw ProblemException.invalid("", "validation.repeated-parameter");
            }
        }
        return new TokenForm(parameters);
    }

    /** {@code null} if it is not there. */
    String value(String name) {
        return parameters.get(name);
    }

    /** @throws ProblemException {@code validation} */
    String required(String name) {
        if (!parameters.containsKey(name)) {
            throw ProblemException.invalid("/" + name, "validation.required");
        }
        return parameters.get(name);
    }

    /** @throws ProblemException {@code validation} for a broken percent-encoding */
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("", "validation.invalid");
        }
    }
}
