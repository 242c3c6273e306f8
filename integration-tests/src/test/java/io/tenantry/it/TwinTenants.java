package io.tenantry.it;

import static io.tenantry.it.product.Domain.ALERTAS;
import static io.tenantry.it.product.Domain.PRECINTOS;
import static io.tenantry.it.product.Domain.TRANSITOS;
import static io.tenantry.it.product.Domains.DOMAINS;
import static io.tenantry.it.product.Fields.CUSTOM_FIELDS;
import static io.tenantry.it.product.Invitations.INVITATIONS;
import static io.tenantry.it.product.Keys.API_KEYS;
import static io.tenantry.it.product.Roles.ROLES;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Billing;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Domains;
import io.tenantry.it.product.Fields;
import io.tenantry.it.product.Invitations;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Keys;
import io.tenantry.it.product.OpenApi;
import io.tenantry.it.product.OpenApi.Operation;
import io.tenantry.it.product.Plans;
import io.tenantry.it.product.Roles;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import io.tenantry.it.product.Webhooks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Two tenants with the same kind of data: for one, what belongs to the other does not exist. The operations come from the
 * published OpenAPI document, so a new endpoint cannot escape.
 */
abstract class TwinTenants extends BlackBox {

    /** Named by what is no tenant's: a kind of problem, a plan, a kind of e-mail, a job. */
    private static final Set<String> OF_NO_TENANT = Set.of(
            "/problems/{slug}",
            "/api/plans/{code}",
            "/api/files/{token}",
            "/api/admin/jobs/{name}",
            "/api/admin/coupons/{code}",
            "/api/admin/coupons/{code}/end",
            "/api/admin/tax-rates/{id}",
            "/api/admin/tax-rates/{id}/end",
            "/api/tenant/email-templates/{key}",
            "/api/tenant/email-templates/{key}/preview",
            "/api/tenant/email-templates/{key}/test",
            "/api/tenant/email-templates/{key}/versions",
            "/api/tenant/email-templates/{key}/versions/{no}",
            "/api/tenant/email-templates/{key}/versions/{no}/restore");

    /** EventsIT looks at it. */
    private static final String WITHOUT_END = "/api/events";

    private static final String USERS = "/api/users";
    private static final String SESSIONS = "/api/auth/sessions";

    private static Tenant a;
    private static Tenant b;
    /** By collection, an id that really exists in tenant A. */
    private static Map<String, String> seeds;

    @BeforeAll
    static void makesTwins() {
        a = Tenants.enterprise();
        b = Tenants.enterprise();
        String precinto = Domain.createPrecinto(a.owner());
        Answer webhook = webhook();
        seeds = Map.ofEntries(
                entry(Webhooks.WEBHOOKS, webhook.id()),
                entry(
                        Webhooks.DELIVERIES,
                        a.owner()
                                .post(Webhooks.at(webhook) + "/test")
                                .expect(202)
                                .id()),
                entry(PRECINTOS, precinto),
                entry(TRANSITOS, Domain.createTransito(a.owner(), precinto)),
                entry(ALERTAS, Domain.createAlerta(a.owner(), precinto)),
                entry(USERS, a.owner().get(USERS).expect(200).each("id").get(0)),
                entry(SESSIONS, a.owner().get(SESSIONS).expect(200).each("id").get(0)),
                entry(API_KEYS, Keys.create(a.owner(), "precintos:read").id()),
                entry(ROLES, Roles.create(a.owner(), "precintos:read").id()),
                entry(
                        INVITATIONS,
                        Invitations.invite(a.owner(), Invitations.newAddress(), "viewer")
                                .expect(201)
                                .id()),
                entry(DOMAINS, Domains.register(a.owner(), Domains.unused()).id()),
                entry(
                        CUSTOM_FIELDS,
                        Fields.create(a.owner(), "precintos", "secret", "text").id()),
                entry(
                        Billing.DISCOUNTS,
                        Tenants.platform()
                                .post("/api/admin/tenants/" + a.id() + "/discounts", Billing.discount())
                                .expect(201)
                                .id()),
                entry(
                        "/api/billing/invoices",
                        Billing.invoice(
                                a.id(), "1.00", Billing.today(), Billing.today().plusDays(14))),
                entry(
                        Billing.ADMIN_CREDITS,
                        Tenants.platform()
                                .post(Billing.ADMIN_CREDITS, Billing.credit(a.id(), "1.00", "USD"))
                                .expect(201)
                                .id()),
                entry("/api/admin/tenants", a.id()),
                entry("/api/admin/purges", a.id()),
                entry(Plans.PLANS, Plans.reserved(Tenants.platform(), a.id(), Plans.values(List.of()))));
        Domain.createPrecinto(b.owner());
    }

    /** One that is sent nowhere: its receiver is not there. */
    private static Answer webhook() {
        return Webhooks.create(a.owner(), "http://127.0.0.77:1/", "webhook.deleted");
    }

    // attack cases 6, 9
    @TestFactory
    Stream<DynamicTest> anotherTenantsThingIsLikeOneThatIsNot() {
        List<Operation> operations = OpenApi.operations().stream()
                .filter(Operation::isOfOneThing)
                .filter(operation -> !OF_NO_TENANT.contains(operation.path()))
                .toList();
        assertThat(operations).as("operations of one thing").hasSizeGreaterThanOrEqualTo(9);
        return operations.stream().map(operation -> dynamicTest(operation.toString(), () -> isBlind(operation)));
    }

    private static void isBlind(Operation operation) {
        assertThat(seeds)
                .as("a seed for %s: a new endpoint cannot escape", operation)
                .containsKey(operation.collection());
        Object body = operation.hasBody() ? TwinBodies.of(operation) : null;
        Api caller = b.owner().with("X-Request-Id", UUID.randomUUID().toString());

        Answer foreign = caller.send(operation.method(), operation.pathOf(seeds.get(operation.collection())), body);
        Answer absent = caller.send(
                operation.method(), operation.pathOf(UUID.randomUUID().toString()), body);

        isTheSame(foreign, absent);
        assertThat(foreign.status())
                .as("%s: %s", operation, foreign)
                .isEqualTo(operation.isAdministration() ? 403 : 404);
    }

    // attack case 6
    @TestFactory
    Stream<DynamicTest> listsHoldNothingOfAnotherTenant() {
        List<Operation> lists = OpenApi.operations().stream()
                .filter(operation -> operation.method().equals("GET") && !operation.isOfOneThing())
                .filter(operation -> operation.path().startsWith("/api/"))
                .filter(operation -> !operation.path().equals(WITHOUT_END))
                .toList();
        assertThat(lists)
                .extracting(Operation::path)
                .contains(
                        ROLES,
                        DOMAINS,
                        CUSTOM_FIELDS,
                        PRECINTOS,
                        TRANSITOS,
                        ALERTAS,
                        USERS,
                        SESSIONS,
                        API_KEYS,
                        "/api/activity",
                        "/api/features",
                        "/api/plans");
        return lists.stream()
                .map(list -> dynamicTest(list.toString(), () -> {
                    Answer answer = b.owner().get(list.path());
                    assertThat(answer.status()).as("%s: %s", list, answer).isLessThan(500);
                    seeds.values().forEach(id -> assertThat(answer.body()).doesNotContain(id));
                    assertThat(answer.body()).doesNotContain(a.slug(), a.email());
                }));
    }

    // attack case 7
    @Test
    void referringToAnotherTenantsThingIsLikeReferringToNothing() {
        String own = Domain.createPrecinto(b.owner());
        String absent = UUID.randomUUID().toString();
        isRefusedAlike(TRANSITOS, Domain.transito(seeds.get(PRECINTOS)), Domain.transito(absent));
        isRefusedAlike(ALERTAS, Domain.alerta(seeds.get(PRECINTOS)), Domain.alerta(absent));
        Map<String, Object> toForeign = Domain.alerta(own);
        toForeign.put("transitoId", seeds.get(TRANSITOS));
        Map<String, Object> toAbsent = Domain.alerta(own);
        toAbsent.put("transitoId", absent);
        isRefusedAlike(ALERTAS, toForeign, toAbsent);
    }

    private static void isRefusedAlike(String path, Object foreign, Object absent) {
        Api caller = b.owner().with("X-Request-Id", UUID.randomUUID().toString());
        Answer answer = caller.post(path, foreign);
        isTheSame(answer, caller.post(path, absent));
        assertThat(answer.status()).as("%s: %s", path, answer).isBetween(400, 422);
    }

    @Test
    void filteringByAnotherTenantsThingFindsNothing() {
        String query = "?precintoId=" + seeds.get(PRECINTOS);
        assertThat(b.owner().get(TRANSITOS + query).expect(200).items()).isEmpty();
        assertThat(b.owner().get(ALERTAS + query).expect(200).items()).isEmpty();
    }

    @Test
    void nothingOfTheOtherTenantIsChangedByTrying() {
        List<String> paths = Stream.of(PRECINTOS, TRANSITOS, ALERTAS, USERS, CUSTOM_FIELDS)
                .map(collection -> collection + "/" + seeds.get(collection))
                .toList();
        List<String> before = paths.stream()
                .map(path -> a.owner().get(path).expect(200).body())
                .toList();
        for (String path : paths) {
            b.owner().patch(path, Json.object());
            b.owner().delete(path).expectProblem(404, "not-found");
        }
        assertThat(paths.stream()
                        .map(path -> a.owner().get(path).expect(200).body())
                        .toList())
                .isEqualTo(before);
    }

    private static void isTheSame(Answer one, Answer other) {
        assertThat(one.status()).as("%s | %s", one, other).isEqualTo(other.status());
        assertThat(one.body()).isEqualTo(other.body());
        assertThat(one.comparableHeaders()).isEqualTo(other.comparableHeaders());
    }
}
