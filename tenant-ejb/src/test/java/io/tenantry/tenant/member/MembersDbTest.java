package io.tenantry.tenant.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.tenant.member.MemberFixture.Member;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading, changing and removing members, one after the other. */
class MembersDbTest {

    private static final OptionalLong ANY = OptionalLong.empty();
    private static final StandaloneUnit UNIT =
            new StandaloneUnit("tenantPU", TestDatabase.migrated().app(), Map.of());

    private final MemberFixture members = new MemberFixture(UNIT);
    private TenantId tenant;
    private Member owner;

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @BeforeEach
    void aTenantWithItsOwner() {
        tenant = members.tenant();
        owner = members.member(tenant, Role.OWNER);
    }

    @Test
    void pagesHoldEveryMemberOnceWithTheirAccount() {
        Member admin = members.member(tenant, Role.ADMIN);
        Member viewer = members.member(tenant, Role.VIEWER);

        Page<MemberView> first = page(null, new PageRequest(2, null, "email"));
        Page<MemberView> second = page(null, new PageRequest(2, first.nextCursor(), "email"));

        assertThat(first.items()).extracting(MemberView::email).containsExactly(admin.email(), owner.email());
        assertThat(second.items()).extracting(MemberView::email).containsExactly(viewer.email());
        assertThat(second.nextCursor()).isNull();
        assertThat(first.items()).extracting(MemberView::accountId).containsExactly(admin.account(), owner.account());
    }

    @Test
    void theListIsNarrowedByRole() {
        Member viewer = members.member(tenant, Role.VIEWER);

        assertThat(page(Role.VIEWER, new PageRequest(50, null, null)).items())
                .extracting(MemberView::id)
                .containsExactly(viewer.id());
    }

    @Test
    void anotherTenantsMemberIsLikeNone() {
        Member foreign = members.member(members.tenant(), Role.VIEWER);

        for (UUID id : List.of(foreign.id(), UUID.randomUUID())) {
            refused(
                    ProblemType.NOT_FOUND,
                    () -> members.as(owner, em -> MemberFixture.find(em).get(id)));
            refused(ProblemType.NOT_FOUND, () -> change(owner, id, Role.ADMIN));
            refused(ProblemType.NOT_FOUND, () -> remove(owner, id));
            refused(ProblemType.NOT_FOUND, () -> transfer(owner, id));
        }
        assertThat(members.role(foreign)).isEqualTo("viewer");
        assertThat(page(null, new PageRequest(50, null, null)).items())
                .extracting(MemberView::id)
                .doesNotContain(foreign.id());
    }

    @Test
    void aRemovedMembersPlaceIsGivenBack() {
        Member viewer = members.member(tenant, Role.VIEWER);
        Member operator = members.member(tenant, Role.OPERATOR);
        assertThat(members.used(tenant)).isEqualTo(3);

        remove(owner, viewer.id());
        leave(operator);

        assertThat(members.used(tenant)).isEqualTo(1);
        assertThat(members.logged()).contains("member.deleted viewer null", "member.left operator null");
    }

    @Test
    void theLastOwnerNeitherLeavesNorIsDemotedNorRemoved() {
        refused(ProblemType.CONFLICT, () -> leave(owner));
        refused(ProblemType.CONFLICT, () -> change(owner, owner.id(), Role.ADMIN));
        refused(ProblemType.CONFLICT, () -> remove(owner, owner.id()));

        assertThat(members.role(owner)).isEqualTo("owner");
        assertThat(members.used(tenant)).isEqualTo(1);
    }

    @Test
    void anAdminHasNothingToDoWithOwners() {
        Member admin = members.member(tenant, Role.ADMIN);
        members.member(tenant, Role.OWNER);
        Member viewer = members.member(tenant, Role.VIEWER);

        refused(ProblemType.FORBIDDEN, () -> change(admin, owner.id(), Role.VIEWER));
        refused(ProblemType.FORBIDDEN, () -> change(admin, viewer.id(), Role.OWNER));
        refused(ProblemType.FORBIDDEN, () -> change(admin, admin.id(), Role.OWNER));
        refused(ProblemType.FORBIDDEN, () -> remove(admin, owner.id()));
        refused(ProblemType.FORBIDDEN, () -> transfer(admin, viewer.id()));
        assertThat(change(admin, viewer.id(), Role.ADMIN).role()).isEqualTo("admin");
    }

    // attack case 8
    @Test
    void nobodyGivesOrTouchesARoleThatMayDoMoreThanTheirs() {
        Member guard = members.member(tenant, members.means(tenant, "users", "gates"));
        Member lesser = members.member(tenant, members.means(tenant, "gates"));
        MemberRole same = members.means(tenant, "users", "gates");
        MemberRole other = members.means(tenant, "users", "reports");
        Member viewer = members.member(tenant, Role.VIEWER);

        refused(ProblemType.FORBIDDEN, () -> change(guard, guard.id(), Role.ADMIN));
        refused(ProblemType.FORBIDDEN, () -> change(guard, guard.id(), other));
        refused(ProblemType.FORBIDDEN, () -> change(guard, lesser.id(), Role.VIEWER));
        refused(ProblemType.FORBIDDEN, () -> change(guard, viewer.id(), same));
        refused(ProblemType.FORBIDDEN, () -> remove(guard, viewer.id()));
        refused(ProblemType.FORBIDDEN, () -> remove(guard, owner.id()));
        assertThat(change(guard, lesser.id(), same).role()).isEqualTo(same.code());
        remove(guard, lesser.id());
        refused(ProblemType.FORBIDDEN, () -> change(members.member(tenant, Role.ADMIN), guard.id(), Role.VIEWER));
        assertThat(change(members.member(tenant, Role.OWNER), viewer.id(), Role.OPERATOR)
                        .role())
                .isEqualTo("operator");
    }

    @Test
    void aProgramHasWhatItsRequestWasLetInWith() {
        Member viewer = members.member(tenant, Role.VIEWER);
        Set<String> scopes = MemberFixture.permissions(Role.OPERATOR);

        assertThat(changeAsProgram(viewer, Role.OPERATOR, scopes).role()).isEqualTo("operator");
        refused(ProblemType.FORBIDDEN, () -> changeAsProgram(viewer, Role.ADMIN, scopes));
        refused(ProblemType.FORBIDDEN, () -> changeAsProgram(owner, Role.VIEWER, scopes));
        refused(ProblemType.FORBIDDEN, () -> changeAsProgram(viewer, Role.VIEWER, Set.of()));
    }

    @Test
    void aRoleThereIsNotIsRefused() {
        Member viewer = members.member(tenant, Role.VIEWER);

        refused(ProblemType.VALIDATION, () -> change(owner, viewer.id(), new OwnRole(Ids.next())));
        assertThat(members.role(viewer)).isEqualTo("viewer");
    }

    @Test
    void theListIsNarrowedByAnOwnRole() {
        MemberRole role = members.means(tenant, "gates");
        Member guard = members.member(tenant, role);

        assertThat(page(role, new PageRequest(50, null, null)).items())
                .extracting(MemberView::id, MemberView::role)
                .containsExactly(tuple(guard.id(), role.code()));
    }

    @Test
    void ownershipGoesOverWhole() {
        Member viewer = members.member(tenant, Role.VIEWER);

        assertThat(transfer(owner, viewer.id()).role()).isEqualTo("owner");

        assertThat(members.role(owner)).isEqualTo("admin");
        assertThat(members.logged())
                .contains("member.ownershipTransferred viewer owner", "member.ownershipTransferred owner admin");
    }

    @Test
    void nobodyTransfersToThemselves() {
        refused(ProblemType.CONFLICT, () -> transfer(owner, owner.id()));

        assertThat(members.role(owner)).isEqualTo("owner");
    }

    @Test
    void aStaleVersionIsRefused() {
        Member viewer = members.member(tenant, Role.VIEWER);
        long seen =
                members.as(owner, em -> MemberFixture.find(em).get(viewer.id())).version();
        assertThat(change(owner, viewer.id(), Role.OPERATOR).version()).isNotEqualTo(seen);

        refused(
                ProblemType.PRECONDITION_FAILED,
                () -> members.as(
                        owner,
                        em -> members.change(em)
                                .change(viewer.id(), OptionalLong.of(seen), role -> Role.ADMIN, Set.of())));
        assertThat(members.role(viewer)).isEqualTo("operator");
    }

    @Test
    void theSameRoleAgainIsNoChange() {
        Member viewer = members.member(tenant, Role.VIEWER);
        int before = members.logged().size();

        change(owner, viewer.id(), Role.VIEWER);

        assertThat(members.logged()).hasSize(before);
    }

    private Page<MemberView> page(MemberRole role, PageRequest request) {
        return members.as(owner, em -> MemberFixture.find(em).page(role, request));
    }

    private MemberView change(Member caller, UUID id, MemberRole role) {
        return members.as(caller, em -> members.change(em).change(id, ANY, present -> role, Set.of()));
    }

    private MemberView changeAsProgram(Member member, MemberRole role, Set<String> scopes) {
        return members.as(owner, em -> {
            Caller.identify(Caller.Kind.KEY, Ids.next(), "program");
            return members.change(em).change(member.id(), ANY, present -> role, scopes);
        });
    }

    private MemberView transfer(Member caller, UUID id) {
        return members.as(caller, em -> members.transfer(em).to(id, ANY));
    }

    private boolean remove(Member caller, UUID id) {
        return members.as(caller, em -> {
            members.remove(em).remove(id, ANY, Set.of());
            return true;
        });
    }

    private boolean leave(Member caller) {
        return members.as(caller, em -> {
            members.remove(em).leave();
            return true;
        });
    }

    private static void refused(ProblemType type, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
