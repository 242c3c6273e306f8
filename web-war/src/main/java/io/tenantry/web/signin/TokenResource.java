package io.tenantry.web.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.signin.KeyToken;
import io.tenantry.tenant.signin.SignInKey;
import io.tenantry.web.http.Anyone;
import io.tenantry.web.http.Origin;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Access tokens for programs: the client credentials of OAuth 2 (RFC 6749, 4.4). Errors are problems as everywhere. */
@Path("auth/token")
@RequestScoped
@Produces("application/json")
@Anyone
public class TokenResource {

    private static final String CLIENT_CREDENTIALS = "client_credentials";

    @Inject
    SignInKey signInKey;

    @Inject
    HttpServletRequest request;

    /** The form. {@code client_id}: prefix or id of an API key; {@code client_secret}: the key. */
    @Schema(name = "TokenRequest", requiredProperties = "grant_type")
    public record TokenRequest(
            @JsonProperty("grant_type") @Schema(name = "grant_type", enumeration = CLIENT_CREDENTIALS)
            String grantType,

            @JsonProperty("client_id") @Schema(name = "client_id")
            String clientId,

            @JsonProperty("client_secret") @Schema(name = "client_secret")
            String clientSecret) {}

    /** Named as OAuth 2 has it. {@code scope}: the permissions, separated by blanks. */
    public record TokenView(
            @JsonProperty("access_token") @Schema(name = "access_token")
            String accessToken,

            @JsonProperty("token_type") @Schema(name = "token_type")
            String tokenType,

            @JsonProperty("expires_in") @Schema(name = "expires_in")
            long expiresIn,

            String scope) {}

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/x-www-form-urlencoded",
                            schema = @Schema(implementation = TokenRequest.class)))
    public TokenView token(
            InputStream body, @Parameter(hidden = true) @HeaderParam("Authorization") String authorization)
            throws IOException {
        TokenForm form = TokenForm.read(body);
        if (!form.required("grant_type").equals(CLIENT_CREDENTIALS)) {
            throw ProblemException.invalid("/grant_type", "validation.one-of", CLIENT_CREDENTIALS);
        }
        ClientCredentials client = ClientCredentials.of(form, authorization);
        KeyToken token = signInKey.withSecret(
                client.clientId(), client.secret(), Origin.of(request).address());
        return new TokenView(token.accessToken(), "Bearer", token.expiresInSeconds(), String.join(" ", token.scopes()));
    }
}
