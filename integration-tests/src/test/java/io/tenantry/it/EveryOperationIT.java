package io.tenantry.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.OpenApi;
import io.tenantry.it.product.OpenApi.Operation;
import io.tenantry.it.product.Roles;
import io.tenantry.it.product.Tenants;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation of the published document asks the server who calls: a member whose role has no permission is refused
 * all of them but those listed here. A new endpoint is refused, or is put on a list.
 */
class EveryOperationIT extends BlackBox {

    /** What anybody may call. */
    private static final Set<String> OPEN = Set.of(
            "POST /api/auth/impersonation",
            "POST /api/auth/email/verify",
            "POST /api/auth/login",
            "POST /api/auth/logout",
            "POST /api/auth/password/forgot",
            "POST /api/auth/password/reset",
            "POST /api/auth/refresh",
            "POST /api/auth/token",
            "GET /api/branding",
            "GET /api/files/{token}",
            "GET /api/plans",
            "GET /api/plans/{code}",
            "POST /api/pricing/preview",
            "POST /api/pricing/proration",
            "GET /api/setup",
            "POST /api/setup",
            "POST /api/signup",
            "POST /api/users/invitations/accept",
            "POST /api/users/invitations/look",
            "GET /api/version");

    /** What every member may call, about themselves. */
    private static final Set<String> OF_ONES_OWN = Set.of(
            "POST /api/auth/impersonation/end",
            "POST /api/auth/switch",
            "GET /api/auth/sessions",
            "DELETE /api/auth/sessions",
            "DELETE /api/auth/sessions/{id}",
            "GET /api/me",
            "GET /api/me/dashboard",
            "PUT /api/me/dashboard",
            "DELETE /api/me/dashboard",
            "PUT /api/me/password",
            "GET /api/me/totp",
            "POST /api/me/totp",
            "POST /api/me/totp/confirm",
            "POST /api/me/totp/remove",
            "POST /api/users/leave");

    private static Api powerless;

    @BeforeAll
    static void makesMember() {
        powerless = Roles.member(Tenants.professional()).api();
    }

    @TestFactory
    Stream<DynamicTest> refusesWhoHasNoPermission() {
        List<Operation> guarded = operations()
                .filter(operation -> !OPEN.contains(operation.toString()))
                .filter(operation -> !OF_ONES_OWN.contains(operation.toString()))
                .toList();
        assertThat(guarded).hasSizeGreaterThan(30);
        return guarded.stream()
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    Answer answer = call(powerless, operation).expectProblem(403, "forbidden");
                    assertThat(answer.text("permission")).isNotBlank();
                }));
    }

    @TestFactory
    Stream<DynamicTest> refusesWhoIsNotSignedIn() {
        return operations()
                .filter(operation -> !OPEN.contains(operation.toString()))
                .map(operation -> dynamicTest(
                        operation.toString(),
                        () -> call(Api.anonymous(), operation).expectProblem(401, "unauthenticated")));
    }

    @Test
    void theListsNameOnlyWhatThereIs() {
        List<String> all = operations().map(Operation::toString).toList();
        assertThat(all).containsAll(OF_ONES_OWN);
        powerless.get("/api/me").expect(200);
    }

    private static Stream<Operation> operations() {
        return OpenApi.operations().stream()
                .filter(operation -> operation.path().startsWith("/api/"));
    }

    /** Whatever the body: who may not call is not told what is wrong with it. */
    private static Answer call(Api api, Operation operation) {
        String path = operation.pathOf(UUID.randomUUID().toString());
        return operation.hasBody()
                ? api.with("Content-Type", operation.mediaType()).send(operation.method(), path, "{}")
                : api.send(operation.method(), path, null);
    }
}
