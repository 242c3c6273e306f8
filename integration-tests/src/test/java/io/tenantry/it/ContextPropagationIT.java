package io.tenantry.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Api;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thread works for the tenant it was told, or for none: the tenant never comes along by itself. */
class ContextPropagationIT extends BlackBox {

    private final Tenant tenant = withSeals(2);
    private final Tenant other = withSeals(3);

    @AfterEach
    void noConnectionRemembersATenant() {
        assertThat(look("pool").split("; ")).hasSize(4).allMatch("[] 0 rows"::equals);
    }

    @ParameterizedTest
    @ValueSource(strings = {"request", "async-explicit", "executor-bound", "timer-explicit"})
    void worksForTheTenantItNames(String where) {
        assertThat(look(where)).isEqualTo("2 rows, 2 entities");
    }

    // attack case 19
    @Test
    void worksForTheTenantOutsideOfTransactionsToo() {
        assertThat(look("no-transaction")).isEqualTo("2 rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "async", "executor", "timer"})
    void seesNothingWithoutATenant(String where) {
        assertThat(look(where)).isEqualTo("0 rows, refused");
    }

    @Test
    void aTransactionKeepsTheTenantItBeganWith() {
        assertThat(look("other-in-transaction")).isEqualTo("refused");
    }

    // attack case 20
    @Test
    void aFailedTransactionLeavesNothingOnItsConnection() {
        assertThat(look("failure")).isEqualTo("failed");
    }

    private String look(String what) {
        return Api.anonymous()
                .get("/probe?case=" + what + "&tenant=" + tenant.id() + "&other=" + other.id())
                .expect(200)
                .body();
    }

    private static Tenant withSeals(int count) {
        Tenant tenant = Tenants.starter();
        for (int i = 0; i < count; i++) {
            Domain.createPrecinto(tenant.owner());
        }
        return tenant;
    }
}
