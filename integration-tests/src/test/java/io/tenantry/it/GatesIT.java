package io.tenantry.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Api;
import io.tenantry.it.product.Keys;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the plan does not allow is refused on every way to it. */
class GatesIT extends BlackBox {

    // attack case 31
    @ParameterizedTest
    @ValueSource(strings = {"resource", "use-case", "async", "executor", "timer"})
    void aFeatureThatThePlanLacksIsClosed(String where) {
        assertThat(gate(Tenants.starter(), where, "feature")).isEqualTo("feature-not-in-plan starter");
        assertThat(gate(Tenants.professional(), where, "feature")).isEqualTo("open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource", "use-case", "async", "executor", "timer"})
    void theLastPlaceIsTheLast(String where) {
        Tenant tenant = Tenants.starter();
        assertThat(gate(tenant, "use-case", "1")).isEqualTo("filled");

        assertThat(gate(tenant, where, "limit")).isEqualTo("taken");
        assertThat(gate(tenant, where, "limit")).isEqualTo("limit-exceeded starter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource", "use-case"})
    void whatFailsTakesNoPlace(String where) {
        Tenant tenant = Tenants.starter();
        assertThat(gate(tenant, "use-case", "1")).isEqualTo("filled");

        assertThat(gate(tenant, where, "failing")).isEqualTo("failed");

        assertThat(gate(tenant, where, "limit")).isEqualTo("taken");
    }

    // attack case 31
    @Test
    void noKeyIsMadeWithoutTheFeature() {
        var refused = Tenants.starter()
                .owner()
                .post(Keys.API_KEYS, Keys.values("precintos:read"))
                .expectProblem(403, "feature-not-in-plan");
        assertThat(refused.text("feature")).isEqualTo("apiAccess");
        assertThat(refused.text("plan")).isEqualTo("starter");
    }

    private static String gate(Tenant tenant, String where, String what) {
        return Api.anonymous()
                .get("/probe?case=gate&where=" + where + "&what=" + what + "&tenant=" + tenant.id())
                .expect(200)
                .body();
    }
}
