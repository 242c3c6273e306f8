package io.tenantry.web.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tenantry.tenant.idempotency.IdempotentAnswers;
import io.tenantry.tenant.idempotency.StoredAnswer;
import io.tenantry.web.json.Json;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/**
 * Spans one transaction over the call and the keeping of its answer. A second call with the key that comes meanwhile
 * waits in the database until the first has ended.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class IdempotentInterceptor {

    @Inject
    CurrentRequest current;

    @Inject
    IdempotentAnswers answers;

    @Inject
    UserTransaction transaction;

    @AroundInvoke
    Object once(InvocationContext invocation) throws Exception {
        String key = current.idempotencyKey();
        if (key == null) {
            return invocation.proceed();
        }
        UUID account = current.access().accountId();
        transaction.begin();
        try {
            Optional<StoredAnswer> earlier = answers.claim(account, key, current.hash());
            StoredAnswer answer = earlier.isPresent() ? earlier.get() : stored((Response) invocation.proceed());
            if (earlier.isEmpty()) {
                answers.complete(account, key, answer);
            }
            transaction.commit();
            return response(answer);
        } finally {
            rollBackUnlessEnded();
        }
    }

    private static StoredAnswer stored(Response response) throws JsonProcessingException {
        return new StoredAnswer(
                response.getStatus(),
                response.getLocation() == null ? null : response.getLocation().toString(),
                response.getEntityTag() == null ? null : response.getEntityTag().getValue(),
                Json.MAPPER.writeValueAsString(response.getEntity()));
    }

    private static Response response(StoredAnswer answer) {
        Response.ResponseBuilder response =
                Response.status(answer.status()).type(MediaType.APPLICATION_JSON).entity(answer.body());
        if (answer.location() != null) {
            response.location(URI.create(answer.location()));
        }
        if (answer.etag() != null) {
            response.header(HttpHeaders.ETAG, '"' + answer.etag() + '"');
        }
        return response.build();
    }

    private void rollBackUnlessEnded() throws SystemException {
        if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            transaction.rollback();
        }
    }
}
