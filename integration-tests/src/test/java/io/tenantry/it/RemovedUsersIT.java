package io.tenantry.it;

import static io.tenantry.it.product.Members.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Members;
import io.tenantry.it.product.Members.Member;
import io.tenantry.it.product.ProductDatabase;
import io.tenantry.it.product.Session;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is no member any more: refused at once, and their place is free. */
class RemovedUsersIT extends BlackBox {

    private Tenant tenant;
    private Member owner;

    @BeforeEach
    void makesTenant() {
        tenant = Tenants.professional();
        owner = Members.owner(tenant);
    }

    @Test
    void aRemovedMemberIsRefusedAtOnceAndOnRefresh() {
        Member viewer = Members.add(tenant, "viewer");
        viewer.api().get("/api/precintos").expect(200);

        owner.api().delete(viewer.path()).expect(204);

        viewer.api().get("/api/precintos").expectProblem(403, "tenant-mismatch");
        viewer.session().refresh().expectProblem(401, "unauthenticated");
        viewer.api().get("/api/me").expectProblem(401, "unauthenticated");
        Answer again = Session.login(viewer.email(), Tenants.OWNER_PASSWORD).answer();
        assertThat(again.json().path("tenants")).isEmpty();
    }

    @Test
    void whoIsRemovedKeepsTheOtherMemberships() {
        Member viewer = Members.add(tenant, "viewer");
        Tenant elsewhere = Tenants.starter();
        ProductDatabase.addMember(elsewhere.id(), viewer.email(), "viewer");
        Session there = Session.login(viewer.email(), Tenants.OWNER_PASSWORD, elsewhere.slug());

        viewer.api().post(USERS + "/leave").expect(204);

        viewer.api().get(USERS).expectProblem(403, "tenant-mismatch");
        there.refreshed().api().get(USERS).expect(200);
    }

    @Test
    void whoGoesGivesTheirPlaceBack() {
        Member viewer = Members.add(tenant, "viewer");
        Member operator = Members.add(tenant, "operator");
        assertThat(ProductDatabase.usersCounted(tenant.id())).isEqualTo(3);

        owner.api().delete(viewer.path()).expect(204);
        operator.api().post(USERS + "/leave").expect(204);
        owner.api().post(USERS + "/leave").expectProblem(409, "conflict");

        assertThat(ProductDatabase.usersCounted(tenant.id())).isEqualTo(1);
    }

    @Test
    void ofTwoRemovalsAtOnceOneGivesThePlaceBack() {
        Member viewer = Members.add(tenant, "viewer");

        List<Answer> answers = AtOnce.run(4, i -> owner.api().delete(viewer.path()));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 404, 404, 404);
        assertThat(ProductDatabase.usersCounted(tenant.id())).isEqualTo(1);
    }
}
