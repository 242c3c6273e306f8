package io.tenantry.it;

import static io.tenantry.it.product.Domain.PRECINTOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Product;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Token, host, header and parameter must name the same tenant; the last three grant nothing. */
class TenantOfRequestIT extends BlackBox {

    private static Api multi;
    private static Api platform;

    @BeforeAll
    static void signsIn() {
        multi = Api.signIn("multi@tenantry.test", Tenants.PASSWORD, "acme");
        platform = Tenants.platform();
    }

    private static final String NONE = "-";

    /** acme is the token's tenant, globex another of the same account, initech is not. */
    static Stream<Arguments> everyCombination() {
        List<String> tenants = List.of(NONE, "acme", "globex", "initech", "unknown");
        List<String> hosts = List.of(
                NONE, "acme.localhost", "ACME.localhost", "globex.localhost", "unknown.localhost", "evil.example");
        return Stream.of("acme", NONE)
                .flatMap(claim -> tenants.stream()
                        .flatMap(header -> hosts.stream()
                                .flatMap(host -> tenants.stream()
                                        .map(parameter -> Arguments.of(claim, header, host, parameter)))));
    }

    // attack cases 1, 2, 3
    @ParameterizedTest(name = "token {0}, header {1}, host {2}, parameter {3}")
    @MethodSource("everyCombination")
    void allThatIsNamedMustBeOneTenant(String claim, String header, String host, String parameter) {
        Api caller = claim.equals(NONE) ? platform : multi;
        caller = header.equals(NONE) ? caller : caller.with("X-Tenant-ID", header);
        caller = host.equals(NONE)
                ? caller
                : caller.with("Host", host + ":" + Product.address().getPort());
        Answer answer = caller.get(PRECINTOS + (parameter.equals(NONE) ? "" : "?tenant=" + parameter));

        Set<String> named = new HashSet<>(List.of(claim, header, label(host), parameter));
        named.remove(NONE);
        if (host.equals("evil.example") || host.startsWith("unknown")) {
            answer.expectProblem(404, "not-found");
        } else if (named.isEmpty()) {
            answer.expectProblem(400, "tenant-required");
        } else if (named.size() > 1 || named.contains("unknown")) {
            answer.expectProblem(403, "tenant-mismatch");
        } else {
            answer.expect(200);
        }
    }

    private static String label(String host) {
        return host.replace(".localhost", "").toLowerCase(Locale.ROOT);
    }

    // attack case 2
    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.evil.example",
                "localhost.evil.example",
                "acme.localhost.",
                "xn--acme-1234.localhost",
                "a.acme.localhost",
                "10.0.0.1",
                "[2001:db8::1]",
                "0"
            })
    void aHostNobodyHasIsNotFound(String host) {
        multi.with("Host", host + ":" + Product.address().getPort())
                .get(PRECINTOS)
                .expectProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme' or 1=1", "$$$", "ACME", "01930000-0000-7000-8000-000000000001"})
    void aHeaderThatNamesNobodyIsRefused(String header) {
        multi.with("X-Tenant-ID", header).get(PRECINTOS).expectProblem(403, "tenant-mismatch");
        multi.get(PRECINTOS + "?tenant=" + URLEncoder.encode(header, StandardCharsets.UTF_8))
                .expectProblem(403, "tenant-mismatch");
    }

    @Test
    void aParameterGivenTwiceMustAgreeToo() {
        multi.get(PRECINTOS + "?tenant=acme&tenant=acme").expect(200);
        multi.get(PRECINTOS + "?tenant=acme&tenant=globex").expectProblem(403, "tenant-mismatch");
    }

    @Test
    void theHeaderMayBeTheIdToo() {
        Tenant tenant = Tenants.starter();
        tenant.owner().with("X-Tenant-ID", tenant.id()).get(PRECINTOS).expect(200);
        tenant.owner().with("X-Tenant-ID", tenant.slug()).get(PRECINTOS).expect(200);
        tenant.owner()
                .with("X-Tenant-ID", Tenants.starter().id())
                .get(PRECINTOS)
                .expectProblem(403, "tenant-mismatch");
    }

    @Test
    void aRefusalDoesNotTellWhetherTheOtherTenantExists() {
        Api caller = multi.with("X-Request-Id", UUID.randomUUID().toString());
        List<Answer> answers = new ArrayList<>();
        for (String other :
                List.of("globex", "initech", "no-such-tenant", UUID.randomUUID().toString(), "$$$")) {
            answers.add(caller.with("X-Tenant-ID", other).get(PRECINTOS));
        }
        assertThat(answers).extracting(Answer::status).containsOnly(403);
        assertThat(answers).extracting(Answer::body).containsOnly(answers.get(0).body());
        assertThat(answers)
                .extracting(Answer::comparableHeaders)
                .containsOnly(answers.get(0).comparableHeaders());
        assertThat(answers.get(0).json().properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "instance");
    }

    @Test
    void aRefusalIsRecordedInTheTokensTenant() {
        Tenant tenant = Tenants.starter();
        String request = UUID.randomUUID().toString();
        tenant.owner()
                .with("X-Request-Id", request)
                .with("X-Tenant-ID", "acme")
                .get(PRECINTOS)
                .expectProblem(403, "tenant-mismatch");
        assertThat(tenant.owner().get("/api/activity").expect(200).each("requestId"))
                .contains(request);
    }

    @Test
    void aCallWithoutTenantIsToldSo() {
        Tenants.platform().get(PRECINTOS).expectProblem(400, "tenant-required");
        Tenants.platform().post(PRECINTOS, Domain.precinto()).expectProblem(400, "tenant-required");
    }

    @Test
    void theOperatorActsByHeaderAndTheTenantSeesIt() {
        Tenant tenant = Tenants.starter();
        String request = UUID.randomUUID().toString();
        String created = Tenants.platform()
                .with("X-Tenant-ID", tenant.slug())
                .with("X-Request-Id", request)
                .post(PRECINTOS, Domain.precinto())
                .expect(201)
                .id();
        assertThat(tenant.owner().get(PRECINTOS).expect(200).each("id")).containsExactly(created);
        assertThat(tenant.owner()
                        .get("/api/activity")
                        .expect(200)
                        .items()
                        .filter(entry -> entry.path("requestId").asText().equals(request)))
                .isNotEmpty()
                .allSatisfy(
                        entry -> assertThat(entry.path("actorKind").asText()).isEqualTo("platform"))
                .anySatisfy(entry -> assertThat(entry.path("action").asText()).isEqualTo("precinto.created"));
    }

    @Test
    void theOperatorsReadingIsRecordedToo() {
        Tenant tenant = Tenants.starter();
        String request = UUID.randomUUID().toString();
        Tenants.platform()
                .with("X-Tenant-ID", tenant.id())
                .with("X-Request-Id", request)
                .get(PRECINTOS)
                .expect(200);
        assertThat(tenant.owner().get("/api/activity").expect(200).each("requestId"))
                .contains(request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-tenant", "$$$", "01930000-0000-7000-8000-000000000001"})
    void theOperatorFindsNoTenantThatIsNot(String header) {
        Answer answer = Tenants.platform().with("X-Tenant-ID", header).get(PRECINTOS);
        assertThat(answer.status()).as(answer.toString()).isIn(403, 404);
    }
}
