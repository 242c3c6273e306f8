package io.tenantry.it;

import static io.tenantry.it.product.Authenticator.TOTP;
import static io.tenantry.it.product.Tenants.OWNER_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Authenticator;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Keys;
import io.tenantry.it.product.Members;
import io.tenantry.it.product.Members.Member;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant that asks its members for a second factor. */
class SignInRuleIT extends BlackBox {

    private static final String SECURITY = "/api/tenant/security";

    private Tenant tenant;
    private Api owner;

    @BeforeEach
    void makesTenant() {
        tenant = Tenants.professional();
        owner = tenant.owner();
    }

    @Test
    void aMemberWithoutSecondFactorCanDoNothingButAddOne() {
        Member viewer = Members.add(tenant, "viewer");
        Api program = Keys.signIn(Keys.create(owner, "precintos:read"));
        Authenticator.enrol(owner, OWNER_PASSWORD);
        viewer.api().get("/api/precintos").expect(200);

        require(true).expect(200);

        Answer refused = viewer.api().get("/api/precintos").expectProblem(403, "forbidden");
        assertThat(refused.text("secondFactor")).isEqualTo("totp");
        assertThat(refused.text("permission")).isEqualTo("precintos:read");
        JsonNode me = viewer.api().get("/api/me").expect(200).json();
        assertThat(me.path("secondFactorMissing").asBoolean()).isTrue();
        assertThat(me.path("permissions")).isEmpty();
        owner.get("/api/precintos").expect(200);
        program.get("/api/precintos").expect(200);

        Authenticator device = Authenticator.enrol(viewer.api(), OWNER_PASSWORD);
        viewer.api().get("/api/precintos").expect(200);
        viewer.api()
                .post(TOTP + "/remove", Json.object("password", OWNER_PASSWORD, "code", device.next()))
                .expect(204);
        viewer.api().get("/api/precintos").expectProblem(403, "forbidden");

        require(false).expect(200);
        viewer.api().get("/api/precintos").expect(200);
    }

    @Test
    void nobodyShutsThemselvesOut() {
        require(true).expectProblem(409, "conflict");

        assertThat(owner.get(SECURITY)
                        .expect(200)
                        .json()
                        .path("requireSecondFactor")
                        .asBoolean())
                .isFalse();
        owner.get("/api/precintos").expect(200);
    }

    @Test
    void aChangeNeedsTheVersionAndIsLogged() {
        Object body = Json.object("requireSecondFactor", true);
        Authenticator.enrol(owner, OWNER_PASSWORD);
        Answer read = owner.get(SECURITY).expect(200);

        owner.put(SECURITY, body).expectProblem(428, "precondition-required");
        Api conditional = owner.with("If-Match", read.etag());
        conditional.put(SECURITY, Json.object("requireSecondFactor", "yes")).expectProblem(400, "validation");
        Answer changed = conditional.put(SECURITY, body).expect(200);
        conditional.put(SECURITY, body).expectProblem(412, "precondition-failed");

        assertThat(owner.get(SECURITY).expect(200).body()).isEqualTo(changed.body());
        assertThat(owner.get("/api/activity?action=signInRule.changed")
                        .expect(200)
                        .items()
                        .map(entry ->
                                entry.path("after").path("requireSecondFactor").asBoolean()))
                .containsExactly(true);
        Members.add(tenant, "operator").api().get(SECURITY).expectProblem(403, "forbidden");
        assertThat(Tenants.professional()
                        .owner()
                        .get(SECURITY)
                        .expect(200)
                        .json()
                        .path("requireSecondFactor")
                        .asBoolean())
                .isFalse();
    }

    private Answer require(boolean required) {
        return owner.with("If-Match", owner.get(SECURITY).expect(200).etag())
                .put(SECURITY, Json.object("requireSecondFactor", required));
    }
}
