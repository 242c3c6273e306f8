package io.tenantry.it;

import static io.tenantry.it.product.Domain.PRECINTOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Product;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Token, host and header must name the same tenant; the last two grant nothing. */
class TenantOfRequestIT extends BlackBox {

    private static Api multi;

    @BeforeAll
    static void signsIn() {
        multi = Api.signIn("multi@tenantry.test", Tenants.PASSWORD, "acme");
    }

    /** The token's tenant is acme; globex is another of the same account, initech is not. */
    @ParameterizedTest(name = "header {0}, host {1}: {2}")
    @CsvSource({
        "-,             127.0.0.1,         200",
        "-,             localhost,         200",
        "-,             acme.localhost,    200",
        "-,             ACME.localhost,    200",
        "-,             globex.localhost,  403",
        "-,             initech.localhost, 403",
        "-,             unknown.localhost, 404",
        "-,             evil.example,      404",
        "-,             acme.evil.example, 404",
        "-,             localhost.evil.example, 404",
        "acme,          127.0.0.1,         200",
        "acme,          acme.localhost,    200",
        "acme,          globex.localhost,  403",
        "acme,          evil.example,      404",
        "globex,        127.0.0.1,         403",
        "globex,        acme.localhost,    403",
        "globex,        globex.localhost,  403",
        "initech,       127.0.0.1,         403",
        "initech,       initech.localhost, 403",
        "unknown,       127.0.0.1,         403",
        "unknown,       acme.localhost,    403",
        "acme'' or 1=1, 127.0.0.1,         403",
        "$$$,           127.0.0.1,         403",
        "01930000-0000-7000-8000-000000000001, 127.0.0.1, 403"
    })
    void allThatIsNamedMustBeTheTokensTenant(String header, String host, int status) {
        Api caller = multi.with("Host", host + ":" + Product.address().getPort());
        Answer answer = (header.equals("-") ? caller : caller.with("X-Tenant-ID", header)).get(PRECINTOS);
        switch (status) {
            case 200 -> answer.expect(200);
            case 403 -> answer.expectProblem(403, "tenant-mismatch");
            default -> answer.expectProblem(404, "not-found");
        }
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
    void theParameterNamesNoTenant() {
        multi.get(PRECINTOS + "?tenant=acme").expectProblem(400, "validation");
        multi.get(PRECINTOS + "?tenant=globex").expectProblem(400, "validation");
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
