package io.tenantry.web.signin;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How a program says who it is: in the form, or by HTTP Basic (RFC 6749, 2.3.1), never both. */
record ClientCredentials(String clientId, String secret) {

    private static final String BASIC = "basic ";

    /**
     * @param authorization the header, {@code null} without one
     * @throws ProblemException {@code validation}, {@code unauthenticated} for a header that is not readable
     */
    static ClientCredentials of(TokenForm form, String authorization) {
        if (authorization == null) {
            return new ClientCredentials(form.required("client_id"), form.required("client_secret"));
        }
        if (form.value("client_secret") != null) {
            throw ProblemException.invalid("/client_secret", "validation.repeated-parameter");
        }
        ClientCredentials basic = basic(authorization);
        if (form.value("client_id") != null && !form.value("client_id").equals(basic.clientId)) {
            throw ProblemException.invalid("/client_id", "validation.invalid");
        }
        return basic;
    }

    private static ClientCredentials basic(String authorization) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            throw ProblemException.of(ProblemType.UNAUTHENTICATED);
        }
        String[] parts = text(authorization.substring(BASIC.length()).strip()).split(":", 2);
        if (parts.length != 2) {
            throw ProblemException.of(ProblemType.UNAUTHENTICATED);
        }
        return new ClientCredentials(TokenForm.decoded(parts[0]), TokenForm.decoded(parts[1]));
    }

    private static String text(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemType.UNAUTHENTICATED);
        }
    }

    /** Without the secret, wherever it may be written. */
    @Override
    public String toString() {
        return clientId;
    }
}
