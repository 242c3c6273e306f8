package io.tenantry.web.signin;

import io.tenantry.platform.page.Page;
import io.tenantry.tenant.access.Access;
import io.tenantry.tenant.signin.EndSession;
import io.tenantry.tenant.signin.FindSessions;
import io.tenantry.tenant.signin.SessionView;
import io.tenantry.web.http.CurrentRequest;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.SignedInOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.UUID;

/** Where the caller's own account is signed in, in whichever tenants. */
@Path("auth/sessions")
@RequestScoped
@Produces("application/json")
@SignedInOnly
public class SessionsResource {

    @Inject
    FindSessions find;

    @Inject
    EndSession end;

    @Inject
    CurrentRequest current;

    /** {@code current}: whether it is the one that asks. */
    public record OwnSessionView(UUID id, Instant createdAt, Instant lastUsedAt, Instant expiresAt, boolean current) {

        static OwnSessionView of(SessionView session, UUID asking) {
            return new OwnSessionView(
                    session.id(),
                    session.createdAt(),
                    session.lastUsedAt(),
                    session.expiresAt(),
                    session.id().equals(asking));
        }
    }

    @GET
    public Page<OwnSessionView> list(@BeanParam ListParameters list) {
        Access access = current.access();
        Page<SessionView> page = find.page(access.accountId(), list.page());
        return new Page<>(
                page.items().stream()
                        .map(session -> OwnSessionView.of(session, access.sessionId()))
                        .toList(),
                page.nextCursor());
    }

    /** Ends one, which may be the one that asks. */
    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String id) {
        end.one(Parameters.id(id), current.access().accountId());
    }

    /** Ends all but the one that asks. */
    @DELETE
    public void deleteOthers() {
        end.others(current.access().sessionId(), current.access().accountId());
    }
}
