package io.tenantry.tenant.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.tenant.member.MemberFixture.Member;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Owners who go at the same moment: one always stays. */
class LastOwnerDbTest {

    private static final OptionalLong ANY = OptionalLong.empty();
    private static final int ROUNDS = 8;
    private static final StandaloneUnit UNIT =
            new StandaloneUnit("tenantPU", TestDatabase.migrated().app(), Map.of());

    private final MemberFixture members = new MemberFixture(UNIT);

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @Test
    void oneOfManyWhoLeaveAtOnceStays() throws Exception {
        TenantId tenant = members.tenant();
        List<Member> owners = owners(tenant, 5);

        List<Boolean> done = atOnce(owners.stream()
                .map(owner -> call(owner, em -> members.remove(em).leave()))
                .toList());

        assertThat(done).containsOnlyOnce(false);
        assertThat(members.owners(tenant)).isEqualTo(1);
        assertThat(members.used(tenant)).isEqualTo(1);
    }

    @Test
    void ownersWhoDemoteAndRemoveEachOtherLeaveOne() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            TenantId tenant = members.tenant();
            List<Member> pair = owners(tenant, 2);

            List<Boolean> done = atOnce(List.of(
                    call(
                            pair.get(0),
                            em -> members.change(em).change(pair.get(1).id(), ANY, present -> Role.VIEWER, Set.of())),
                    call(
                            pair.get(1),
                            em -> members.remove(em).remove(pair.get(0).id(), ANY, Set.of()))));

            assertThat(done).containsExactlyInAnyOrder(true, false);
            assertThat(members.owners(tenant)).isEqualTo(1);
        }
    }

    /** The second transaction comes in between the first one's count and its change: so the lock is what helps. */
    @Test
    void withoutTheLockBothWouldGo() {
        TenantId tenant = members.tenant();
        List<Member> pair = owners(tenant, 2);

        members.as(pair.get(0), em -> {
            HeldMembers unlocked = new HeldMembers(em, members.meanings);
            TenantUser first = unlocked.load(pair.get(0).id(), ANY);
            unlocked.requireOwnerBesides(first);
            CompletableFuture.runAsync(() -> members.as(pair.get(1), other -> {
                        HeldMembers alsoUnlocked = new HeldMembers(other, members.meanings);
                        TenantUser second = alsoUnlocked.load(pair.get(1).id(), ANY);
                        alsoUnlocked.requireOwnerBesides(second);
                        other.remove(second);
                        return true;
                    }))
                    .join();
            em.remove(first);
            return true;
        });

        assertThat(members.owners(tenant)).isZero();
    }

    private List<Member> owners(TenantId tenant, int count) {
        List<Member> owners = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            owners.add(members.member(tenant, Role.OWNER));
        }
        return owners;
    }

    /** @return whether it was done; otherwise it was refused as it should be */
    private Callable<Boolean> call(Member caller, Consumer<EntityManager> work) {
        return () -> {
            try {
                return members.as(caller, em -> {
                    work.accept(em);
                    return true;
                });
            } catch (ProblemException refused) {
                assertThat(refused.type()).isIn(ProblemType.CONFLICT, ProblemType.FORBIDDEN);
                return false;
            }
        };
    }

    private static List<Boolean> atOnce(List<Callable<Boolean>> calls) throws Exception {
        CyclicBarrier together = new CyclicBarrier(calls.size());
        ExecutorService executor = Executors.newFixedThreadPool(calls.size());
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (Callable<Boolean> call : calls) {
                tasks.add(() -> {
                    together.await();
                    return call.call();
                });
            }
            List<Boolean> done = new ArrayList<>();
            for (Future<Boolean> task : executor.invokeAll(tasks)) {
                done.add(task.get());
            }
            return done;
        } finally {
            executor.shutdownNow();
        }
    }
}
