package io.tenantry.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server by itself would do in its own way, and the product does in one. */
class ServerIT extends BlackBox {

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/ready"})
    void readinessIsAnsweredOnThePortOfTheApplication(String path) {
        Answer answer = Api.anonymous().get(path).expect(200);
        assertThat(answer.text("status")).isEqualTo("UP");
        assertThat(answer.json().path("checks")).singleElement().satisfies(check -> {
            assertThat(check.path("name").asText()).isEqualTo("isolation");
            assertThat(check.path("status").asText()).isEqualTo("UP");
        });
    }

    @Test
    void livenessIsAnsweredOnThePortOfTheApplication() {
        Answer answer = Api.anonymous().get("/health/live").expect(200);
        assertThat(answer.text("status")).isEqualTo("UP");
        assertThat(answer.json().path("checks")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/version", "/api/precintos", "/nothing", "/"})
    void noAnswerNamesTheServer(String path) {
        Answer answer = Api.anonymous().get(path);
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/WEB-INF/web.xml", "/META-INF/MANIFEST.MF", "/web-inf/web.xml", "/WEB-INF/"})
    void whatBelongsToTheServerIsNotHandedOut(String path) {
        Api.anonymous().get(path).expect(404);
    }

    @Test
    void aMissingTokenIsUnauthenticated() {
        Api.anonymous().get("/api/precintos").expectProblem(401, "unauthenticated");
    }

    @Test
    void theDescriptionOfTheInterfaceIsServedAsJson() {
        Answer answer = Api.anonymous()
                .with("Accept", "application/json")
                .get("/openapi")
                .expect(200);
        assertThat(answer.json().at("/info/title").asText()).isEqualTo("Tenantry");
    }
}
