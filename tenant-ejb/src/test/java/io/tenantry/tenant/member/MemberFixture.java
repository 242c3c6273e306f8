package io.tenantry.tenant.member;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.metering.Limits;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.plan.TenantPlan;
import io.tenantry.tenant.registry.Slug;
import io.tenantry.tenant.registry.Tenant;
import io.tenantry.tenant.usage.internal.sql.CounterStatements;
import io.tenantry.tenant.usage.internal.sql.Thresholds;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tenants with members, and the use cases as a server would hand them out, each call in a transaction of its own. */
final class MemberFixture {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final StandaloneUnit unit;
    /** As in a server: each built-in role may do what the lesser ones may; own roles are told with {@link #means}. */
    private final Map<MemberRole, SortedSet<String>> own = new HashMap<>();

    final RoleMeanings meanings = role ->
            role instanceof Role builtIn ? Optional.of(permissions(builtIn)) : Optional.ofNullable(own.get(role));

    private final List<String> logged = new CopyOnWriteArrayList<>();

    MemberFixture(StandaloneUnit unit) {
        this.unit = unit;
    }

    /** A membership and the account that has it. */
    record Member(TenantId tenant, UUID id, UUID account, String email) {}

    /** What was done, as {@code member.changed {before} {after}}. */
    List<String> logged() {
        return logged;
    }

    /** An own role of the tenant that may do this. */
    MemberRole means(TenantId tenant, String... permissions) {
        UUID id = Ids.next();
        TenantContext.run(
                tenant,
                () -> unit.transaction(em -> em.createNativeQuery("""
                        insert into tenant_role (id, name, name_key, permissions, created_at, version)
                        values (?1, ?2, ?2, ?3, now(), 1)""")
                        .setParameter(1, id)
                        .setParameter(2, id.toString())
                        .setParameter(3, String.join(" ", permissions))
                        .executeUpdate()));
        OwnRole role = new OwnRole(id);
        own.put(role, new TreeSet<>(List.of(permissions)));
        return role;
    }

    static SortedSet<String> permissions(Role role) {
        return Stream.of(Role.values())
                .filter(role::includes)
                .map(least -> least == Role.OWNER ? RoleRules.OWNERS_WRITE : least.code())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    TenantId tenant() {
        TenantId id = new TenantId(Ids.next());
        String slug = "t" + id.toString().replace("-", "").substring(0, 31);
        unit.transaction(em -> em.persist(new Tenant(
                id,
                new Slug(slug),
                slug,
                em.createQuery("select p from TenantPlan p where p.code = 'starter'", TenantPlan.class)
                        .getSingleResult(),
                true,
                NOW)));
        return id;
    }

    Member member(TenantId tenant, MemberRole role) {
        String email = role.code() + "-" + Ids.next() + "@member.test";
        return TenantContext.call(
                tenant,
                () -> unit.inTransaction(em -> {
                    Account account = new Account(email, "M", "-", false, NOW);
                    em.persist(account);
                    em.flush();
                    AddMember add = new AddMember();
                    add.entityManager = em;
                    add.limits = limits(em);
                    add.activity = log();
                    add.clock = new BusinessClock(false);
                    add.add(account, role);
                    UUID id = em.createQuery("select u from TenantUser u where u.accountId = :id", TenantUser.class)
                            .setParameter("id", account.id())
                            .getSingleResult()
                            .id();
                    return new Member(tenant, id, account.id(), email);
                }));
    }

    /** Does what {@code member} asks for, and keeps it unless it is refused. */
    <T> T as(Member member, Function<EntityManager, T> work) {
        Caller.identify(Caller.Kind.USER, member.account(), member.email());
        try {
            return TenantContext.call(member.tenant(), () -> unit.inTransaction(work));
        } finally {
            Caller.end();
        }
    }

    ChangeMember change(EntityManager em) {
        ChangeMember change = new ChangeMember();
        change.entityManager = em;
        change.meanings = meanings;
        change.activity = log();
        return change;
    }

    RemoveMember remove(EntityManager em) {
        RemoveMember remove = new RemoveMember();
        remove.entityManager = em;
        remove.meanings = meanings;
        remove.limits = limits(em);
        remove.activity = log();
        return remove;
    }

    TransferOwnership transfer(EntityManager em) {
        TransferOwnership transfer = new TransferOwnership();
        transfer.entityManager = em;
        transfer.meanings = meanings;
        transfer.activity = log();
        return transfer;
    }

    static FindMembers find(EntityManager em) {
        FindMembers find = new FindMembers();
        find.entityManager = em;
        return find;
    }

    /** Code of a member's role, as stored. */
    String role(Member member) {
        return as(member, em -> find(em).get(member.id()).role());
    }

    long owners(TenantId tenant) {
        return TenantContext.call(
                tenant,
                () -> unit.inTransaction(
                        em -> em.createQuery("select count(u) from TenantUser u where u.role = 'owner'", Long.class)
                                .getSingleResult()));
    }

    long used(TenantId tenant) {
        return TenantContext.call(
                tenant,
                () -> unit.inTransaction(em -> em.createQuery(
                                "select u.used from TenantUsage u where u.resource = 'users'", BigDecimal.class)
                        .getSingleResult()
                        .longValueExact()));
    }

    private ActivityLog log() {
        return new ActivityLog() {
            @Override
            public void created(String entity, UUID id, Map<String, Object> after) {
                logged.add(entity + ".created null " + after.get("role"));
            }

            @Override
            public void changed(
                    String action, String entity, UUID id, Map<String, Object> before, Map<String, Object> after) {
                logged.add(action + " " + before.get("role") + " " + (after == null ? null : after.get("role")));
            }
        };
    }

    private static Limits limits(EntityManager em) {
        return new Limits() {
            @Override
            public void take(String resource, long quantity) {
                if (!CounterStatements.take(em, resource, quantity, Thresholds.NONE, NOW)
                        .accepted()) {
                    throw new IllegalStateException("full");
                }
            }

            @Override
            public void release(String resource, long quantity) {
                CounterStatements.release(em, resource, quantity, NOW);
            }
        };
    }
}
