package io.tenantry.web.json;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.web.http.CurrentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** Reads bodies, JSON for the most part, up to a size, and remembers the hash of what it read. */
@ApplicationScoped
public class BodyReading {

    /** Bytes; no body of the API comes near, except for a {@link LargeBody}. */
    private static final int MAX_BODY = 256 * 1024;

    @Inject
    HttpServletRequest request;

    @Inject
    BodyBinding binding;

    @Inject
    CurrentRequest current;

    /**
     * Reads a body that may be left out, whatever its type is said to be.
     *
     * @throws ProblemException {@code validation}, {@code payload-too-large}
     */
    public <T> Optional<T> readIfAny(Class<T> type, InputStream input) throws IOException {
        byte[] body = bytes(type, input);
        return body.length == 0 ? Optional.empty() : Optional.of(binding.bind(body, type));
    }

    /** @throws ProblemException {@code validation}, {@code payload-too-large} */
    <T> T read(Class<T> type, InputStream input) throws IOException {
        return binding.bind(bytes(type, input), type);
    }

    private byte[] bytes(Class<?> type, InputStream input) throws IOException {
        LargeBody large = type.getAnnotation(LargeBody.class);
        return bytes(input, large == null ? MAX_BODY : large.value());
    }

    /**
     * Reads a body that is no JSON.
     *
     * @throws ProblemException {@code payload-too-large} beyond {@code most} bytes
     */
    public byte[] bytes(InputStream input, int most) throws IOException {
        byte[] body = BoundedBody.read(input, most);
        current.hash(hash(body));
        return body;
    }

    private byte[] hash(byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String query = request.getQueryString();
            String target = query == null ? request.getRequestURI() : request.getRequestURI() + '?' + query;
            digest.update((request.getMethod() + ' ' + target + '\n').getBytes(StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
