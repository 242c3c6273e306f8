package io.tenantry.web.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.text.Texts;
import io.tenantry.web.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes a problem as {@code application/problem+json} (RFC 9457) in the client's language. */
public final class ProblemAnswer {

    public static final String MEDIA_TYPE = "application/problem+json";

    private ProblemAnswer() {}

    static Response of(ProblemException problem, HttpHeaders headers) {
        Locale language = Texts.negotiate(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        Response.ResponseBuilder answer = Response.status(problem.type().status())
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .entity(json(problem, language, Caller.current().requestId()).getBytes(StandardCharsets.UTF_8));
        Object retryAfter = problem.members().get("retryAfter");
        return retryAfter == null
                ? answer.build()
                : answer.header(HttpHeaders.RETRY_AFTER, retryAfter).build();
    }

    static void send(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Locale language = Texts.negotiate(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        response.setStatus(problem.type().status());
        response.setContentType(MEDIA_TYPE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
        String body = json(problem, language, response.getHeader("X-Request-Id"));
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(ProblemException problem, Locale language, String requestId) {
        Map<String, Object> body = members(problem, language);
        body.put("instance", requestId);
        body.putAll(problem.members());
        if (!problem.errors().isEmpty()) {
            body.put(
                    "errors",
                    problem.errors().stream().map(e -> error(e, language)).toList());
        }
        try {
            return Json.MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is said of every problem. */
    static Map<String, Object> members(ProblemException problem, Locale language) {
        ProblemType type = problem.type();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "/problems/" + type.slug());
        members.put("title", Texts.resolve(Text.of("problem." + type.slug() + ".title"), language));
        members.put("status", type.status());
        members.put("detail", Texts.resolve(problem.detail(), language));
        return members;
    }

    private static Map<String, String> error(FieldError error, Locale language) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("pointer", error.pointer());
        body.put("detail", Texts.resolve(error.detail(), language));
        return body;
    }
}
