package io.tenantry.tenant.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.access.RolePermissions;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.member.MemberRole;
import io.tenantry.tenant.member.Role;
import io.tenantry.tenant.member.TenantUser;
import io.tenantry.tenant.plan.TenantPlan;
import io.tenantry.tenant.registry.Slug;
import io.tenantry.tenant.registry.Tenant;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A tenant's own roles, as the database keeps them. */
class RolesDbTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final OptionalLong ANY = OptionalLong.empty();
    private static final Set<String> ALL = Set.of("seals:read", "seals:write");
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = new StandaloneUnit("tenantPU", DATABASE.app(), Map.of());

    private final TenantId tenant = tenant();
    private final TenantId other = tenant();

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @Test
    void ownRolesFollowTheBuiltInOnes() {
        create(tenant, "Night guard", "seals:read");
        RoleView accountant = create(tenant, "accountant");
        create(other, "Foreign", "seals:read");

        assertThat(all(tenant))
                .extracting(RoleView::name)
                .containsExactly("owner", "admin", "operator", "viewer", "accountant", "Night guard");
        assertThat(meaning(tenant, accountant)).hasValue(new TreeSet<>());
    }

    @Test
    void aPermissionThatIsGoneIsNotInForceAndLeavesWithTheNextChange() {
        RoleView role = create(tenant, "Guard", "seals:read");
        DATABASE.superuser(
                "update tenant_role set permissions = 'gone:read seals:read' where id = '" + role.id() + "'");

        assertThat(meaning(tenant, role)).hasValue(new TreeSet<>(Set.of("seals:read")));
        RoleView renamed = in(
                tenant,
                em -> change(em)
                        .change(role(role), ANY, present -> new RoleValues("Porter", present.permissions()), ALL));
        assertThat(renamed.permissions()).containsExactly("seals:read");
    }

    @Test
    void aNameIsThereOnceHoweverItIsWritten() {
        RoleView guard = create(tenant, "Guard");
        RoleView clerk = create(tenant, "Clerk");

        refused(ProblemType.CONFLICT, () -> create(tenant, "gUARD"));
        refused(ProblemType.CONFLICT, () -> create(tenant, "Owner"));
        refused(ProblemType.CONFLICT, () -> change(tenant, clerk, new RoleValues("GUARD", List.of())));
        assertThat(change(tenant, guard, new RoleValues("GUARD", List.of())).name())
                .isEqualTo("GUARD");
        assertThat(create(other, "Guard").name()).isEqualTo("Guard");
    }

    @Test
    void anotherTenantsRoleIsLikeNone() {
        RoleView role = create(tenant, "Guard", "seals:read");

        refused(ProblemType.NOT_FOUND, () -> in(other, em -> find(em).get(role(role))));
        refused(ProblemType.NOT_FOUND, () -> change(other, role, new RoleValues("Mine", List.of())));
        refused(ProblemType.NOT_FOUND, () -> delete(other, role));
        assertThat(meaning(other, role)).isEmpty();
        assertThatThrownBy(() -> member(other, role)).hasStackTraceContaining("tenant_user_tenant_id_own_role_id_fkey");
    }

    @Test
    void aRoleThatSomebodyHasStays() {
        RoleView role = create(tenant, "Guard", "seals:read");
        UUID member = member(tenant, role);

        refused(ProblemType.CONFLICT, () -> delete(tenant, role));
        in(tenant, em -> {
            em.remove(em.find(TenantUser.class, member));
            return true;
        });
        delete(tenant, role);
        refused(ProblemType.NOT_FOUND, () -> delete(tenant, role));
    }

    @Test
    void nobodyChangesARoleThatMayDoMoreThanThey() {
        RoleView role = create(tenant, "Guard", "seals:read", "seals:write");

        refused(
                ProblemType.FORBIDDEN,
                () -> in(
                        tenant,
                        em -> change(em)
                                .change(
                                        role(role),
                                        ANY,
                                        present -> new RoleValues("G", List.of()),
                                        Set.of("seals:read"))));
        refused(
                ProblemType.FORBIDDEN,
                () -> in(tenant, em -> {
                    change(em).delete(role(role), ANY, Set.of("seals:read"));
                    return true;
                }));
        refused(
                ProblemType.CONFLICT,
                () -> in(tenant, em -> change(em).change(Role.VIEWER, ANY, present -> present, ALL)));
    }

    @Test
    void theNumberIsBoundedAlsoAtOnce() {
        IntStream.range(1, CreateRole.MOST).forEach(i -> create(tenant, "Role " + i));

        List<CompletableFuture<Boolean>> attempts = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> isCreated("At once " + i)))
                .toList();

        assertThat(attempts.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
    }

    private boolean isCreated(String name) {
        try {
            create(tenant, name);
            return true;
        } catch (ProblemException refused) {
            assertThat(refused.type()).isEqualTo(ProblemType.CONFLICT);
            return false;
        }
    }

    private static RoleView create(TenantId tenant, String name, String... permissions) {
        return in(tenant, em -> {
            CreateRole create = new CreateRole();
            create.entityManager = em;
            create.rolePermissions = permissions();
            create.activity = silent();
            create.clock = new BusinessClock(false);
            return create.create(new RoleValues(name, List.of(permissions)), ALL);
        });
    }

    private static RoleView change(TenantId tenant, RoleView role, RoleValues values) {
        return in(tenant, em -> change(em).change(role(role), ANY, present -> values, ALL));
    }

    private static boolean delete(TenantId tenant, RoleView role) {
        return in(tenant, em -> {
            change(em).delete(role(role), ANY, ALL);
            return true;
        });
    }

    private static List<RoleView> all(TenantId tenant) {
        return in(tenant, em -> find(em).all());
    }

    private static Optional<SortedSet<String>> meaning(TenantId tenant, RoleView role) {
        return in(tenant, em -> standings(em).of(role(role)));
    }

    private static ChangeRole change(EntityManager em) {
        ChangeRole change = new ChangeRole();
        change.entityManager = em;
        change.rolePermissions = permissions();
        change.activity = silent();
        return change;
    }

    private static FindRoles find(EntityManager em) {
        FindRoles find = new FindRoles();
        find.entityManager = em;
        find.rolePermissions = permissions();
        return find;
    }

    private static RoleStandings standings(EntityManager em) {
        RoleStandings standings = new RoleStandings();
        standings.entityManager = em;
        standings.rolePermissions = permissions();
        return standings;
    }

    private static RolePermissions permissions() {
        return new RolePermissions() {
            @Override
            public SortedSet<String> of(Role role) {
                return new TreeSet<>(ALL);
            }
        };
    }

    private static ActivityLog silent() {
        return new ActivityLog() {
            @Override
            public void created(String entity, UUID id, Map<String, Object> after) {}

            @Override
            public void changed(
                    String action, String entity, UUID id, Map<String, Object> before, Map<String, Object> after) {}

            @Override
            public void deleted(String entity, UUID id, Map<String, Object> before) {}
        };
    }

    private static UUID member(TenantId tenant, RoleView role) {
        return in(tenant, em -> {
            Account account = new Account(Ids.next() + "@role.test", "R", "-", false, NOW);
            em.persist(account);
            em.flush();
            TenantUser user = new TenantUser(account.id(), role(role), NOW);
            em.persist(user);
            return user.id();
        });
    }

    private static MemberRole role(RoleView role) {
        return MemberRole.of(role.id());
    }

    private static <T> T in(TenantId tenant, Function<EntityManager, T> work) {
        return TenantContext.call(tenant, () -> UNIT.inTransaction(work));
    }

    private static TenantId tenant() {
        TenantId id = new TenantId(Ids.next());
        String slug = "t" + id.toString().replace("-", "").substring(0, 31);
        UNIT.transaction(em -> em.persist(new Tenant(
                id,
                new Slug(slug),
                slug,
                em.createQuery("select p from TenantPlan p where p.code = 'starter'", TenantPlan.class)
                        .getSingleResult(),
                true,
                NOW)));
        return id;
    }

    private static void refused(ProblemType type, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
