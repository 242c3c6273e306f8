package io.tenantry.it;

import static io.tenantry.it.product.Members.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Keys;
import io.tenantry.it.product.Members;
import io.tenantry.it.product.Members.Member;
import io.tenantry.it.product.Roles;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant always has an owner, whoever goes at the same moment. */
class OwnersIT extends BlackBox {

    private Tenant tenant;
    private Member owner;

    @BeforeEach
    void makesTenant() {
        tenant = Tenants.professional();
        owner = Members.owner(tenant);
    }

    @Test
    void theLastOwnerStays() {
        for (Answer refused : List.of(
                owner.api().post(USERS + "/leave"),
                owner.api().delete(owner.path()),
                owner.api().patch(owner.path(), role("admin")))) {
            assertThat(refused.expectProblem(409, "conflict").text("detail")).contains("owner");
        }
        Answer spanish = owner.api().with("Accept-Language", "es").post(USERS + "/leave");
        assertThat(spanish.expectProblem(409, "conflict").text("detail")).contains("propietario");
        assertThat(owner.api().get(owner.path()).expect(200).text("role")).isEqualTo("owner");
    }

    @Test
    void noKeyMakesOrTouchesOwnersWhoeverMadeIt() {
        Member operator = Members.add(tenant, "operator");
        List<String> scopes = new ArrayList<>(List.of("users:write", "owners:write"));
        owner.api()
                .get(Roles.ROLES + "/operator")
                .expect(200)
                .json()
                .path("permissions")
                .forEach(permission -> scopes.add(permission.asText()));
        Api program = Keys.signIn(Keys.create(owner.api(), scopes.toArray(String[]::new)));

        program.patch(operator.path(), role("owner")).expectProblem(403, "forbidden");
        program.patch(owner.path(), role("viewer")).expectProblem(403, "forbidden");
        program.delete(owner.path()).expectProblem(403, "forbidden");
        program.post(operator.path() + "/transfer-ownership").expectProblem(409, "conflict");
        program.post(USERS + "/leave").expectProblem(403, "forbidden");

        program.patch(operator.path(), role("viewer")).expect(200);
        assertThat(owner.api().get(owner.path()).expect(200).text("role")).isEqualTo("owner");
    }

    @Test
    void ofTwoOwnersWhoLeaveAtOnceOneStays() {
        Member other = Members.add(tenant, "owner");

        List<Answer> answers = AtOnce.run(2, i -> (i == 0 ? owner : other).api().post(USERS + "/leave"));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
        assertThat(Tenants.platform()
                        .with("X-Tenant-ID", tenant.id())
                        .get(USERS + "?role=owner")
                        .expect(200)
                        .items())
                .hasSize(1);
    }

    @Test
    void ofTwoOwnersWhoDemoteEachOtherAtOnceOneStays() {
        Member other = Members.add(tenant, "owner");

        List<Answer> answers = AtOnce.run(
                2,
                i -> i == 0
                        ? owner.api().patch(other.path(), role("viewer"))
                        : other.api().patch(owner.path(), role("viewer")));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 403);
        assertThat(owner.api().get(USERS + "?role=owner").expect(200).items()).hasSize(1);
    }

    @Test
    void ownershipGoesOver() {
        Member next = Members.add(tenant, "operator");

        Answer transferred =
                owner.api().post(next.path() + "/transfer-ownership").expect(200);

        assertThat(transferred.id()).isEqualTo(next.id());
        assertThat(transferred.text("role")).isEqualTo("owner");
        assertThat(next.api().get(owner.path()).expect(200).text("role")).isEqualTo("admin");
        owner.api().post(next.path() + "/transfer-ownership").expectProblem(403, "forbidden");
        next.api().post(next.path() + "/transfer-ownership").expectProblem(409, "conflict");
    }

    @Test
    void ofTwoTransfersAtOnceOneHappens() {
        List<Member> others = List.of(Members.add(tenant, "viewer"), Members.add(tenant, "viewer"));

        List<Answer> answers = AtOnce.run(2, i -> owner.api().post(others.get(i).path() + "/transfer-ownership"));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 403);
        assertThat(owner.api().get(USERS + "?role=owner").expect(200).items()).hasSize(1);
    }

    @Test
    void thePlatformManagesMembersButIsNone() {
        Member viewer = Members.add(tenant, "viewer");
        Api platform = Tenants.platform();
        Api inside = platform.with("X-Tenant-ID", tenant.slug());

        inside.patch(viewer.path(), role("owner")).expect(200);
        inside.delete(owner.path()).expect(204);
        inside.delete(viewer.path()).expectProblem(409, "conflict");
        inside.post(viewer.path() + "/transfer-ownership").expectProblem(409, "conflict");
        inside.post(USERS + "/leave").expectProblem(409, "conflict");
        platform.post(USERS + "/leave").expectProblem(400, "tenant-required");
    }

    private static Object role(Object role) {
        return Json.object("role", role);
    }
}
