package io.tenantry.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Keys;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the plan does not allow is refused on every way to it. */
class GatesIT extends BlackBox {

    private static final String LACKING = "feature-not-in-plan starter";
    private static final String FULL = "limit-exceeded starter";

    private static Tenant small;
    private static Tenant large;

    /** The small one has room for no more seals; every test leaves it so. */
    @BeforeAll
    static void makesTenants() {
        small = Tenants.starter();
        large = Tenants.professional();
        assertThat(gate(small, "use-case", "50")).isEqualTo("filled");
    }

    // attack case 31
    @ParameterizedTest
    @ValueSource(strings = {"resource", "use-case", "async", "executor", "timer"})
    void aFeatureThatThePlanLacksIsClosed(String where) {
        assertThat(gate(small, where, "feature")).isEqualTo(LACKING);
        assertThat(gate(large, where, "feature")).isEqualTo("open");
    }

    // attack case 31
    @ParameterizedTest
    @ValueSource(strings = {"resource", "use-case"})
    void aClassThatNeedsAFeatureIsClosed(String where) {
        assertThat(gate(small, where, "class")).isEqualTo(LACKING);
        assertThat(gate(large, where, "class")).isEqualTo("open");
    }

    // attack case 30
    @ParameterizedTest
    @ValueSource(strings = {"resource", "use-case", "async", "executor", "timer"})
    void theLastPlaceIsTheLast(String where) {
        assertThat(gate(small, "use-case", "-1")).isEqualTo("filled");

        assertThat(gate(small, where, "limit")).isEqualTo("taken");
        assertThat(gate(small, where, "limit")).isEqualTo(FULL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource", "use-case"})
    void whatFailsTakesNoPlace(String where) {
        assertThat(gate(small, "use-case", "-1")).isEqualTo("filled");

        assertThat(gate(small, where, "failing")).isEqualTo("failed");

        assertThat(gate(small, where, "limit")).isEqualTo("taken");
        assertThat(gate(small, where, "limit")).isEqualTo(FULL);
    }

    // attack case 31
    @Test
    void noKeyIsMadeWithoutTheFeature() {
        Answer refused = small.owner()
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
