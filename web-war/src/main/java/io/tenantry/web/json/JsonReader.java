package io.tenantry.web.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.web.http.CurrentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Reads JSON bodies into records and trees, instead of the server's own and laxer way. */
@Provider
@ApplicationScoped
@Consumes({"application/json", "application/merge-patch+json"})
public class JsonReader implements MessageBodyReader<Object> {

    /** Bytes; no body of the API comes near. */
    private static final int MAX_BODY = 256 * 1024;

    @Context
    Request request;

    @Context
    UriInfo uri;

    @Inject
    BodyBinding binding;

    @Inject
    CurrentRequest current;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord() || JsonNode.class.isAssignableFrom(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream input)
            throws IOException {
        byte[] body = input.readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw ProblemException.of(ProblemType.PAYLOAD_TOO_LARGE);
        }
        current.hash(hash(body));
        return binding.bind(body, type);
    }

    private byte[] hash(byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getMethod() + ' ' + uri.getPath() + '\n').getBytes(StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
