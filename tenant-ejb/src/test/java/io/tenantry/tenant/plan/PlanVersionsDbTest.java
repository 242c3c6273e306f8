package io.tenantry.tenant.plan;

import static io.tenantry.tenant.plan.PlanFixture.catalog;
import static io.tenantry.tenant.plan.PlanFixture.features;
import static io.tenantry.tenant.plan.PlanFixture.find;
import static io.tenantry.tenant.plan.PlanFixture.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Plans are added to and never edited; a plan reserved for a tenant is nobody else's to see. */
class PlanVersionsDbTest {

    private static final StandaloneUnit UNIT =
            new StandaloneUnit("tenantPU", TestDatabase.migrated().app(), Map.of());
    private static final OptionalLong ANY = OptionalLong.empty();

    private final PlanFixture fixture = new PlanFixture(UNIT);
    private final String code = "p-" + Ids.next();

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @Test
    void aChangeIsANewVersionAndTenantsStayOnTheirs() {
        published(values("10.00", List.of("export"), new PlanValues.Limit("users", 5, 5L, null)));
        TenantId tenant = fixture.tenantOn(code);

        PlanVersions changed = fixture.inNone(em -> {
            fixture.change(em).change(code, ANY, values("20.00", List.of("webhooks")));
            return fixture.change(em).publish(code, ANY);
        });

        assertThat(changed.versions()).extracting(TenantPlan::version).containsExactly(2, 1);
        assertThat(onOffer(code).version()).isEqualTo(2);
        assertThat(granted(tenant)).containsExactly("export");
        assertThat(fixture.inNone(em -> find(em).get(code)).versions().get(1).amount())
                .isEqualByComparingTo("10");
    }

    @Test
    void anUnpublishedVersionIsNotOnOffer() {
        published(values("10.00", List.of()));
        fixture.inNone(em -> fixture.change(em).change(code, ANY, values("20.00", List.of())));

        assertThat(onOffer(code).version()).isEqualTo(1);
        assertThat(offered(null, 2)).isEmpty();
    }

    @Test
    void aWithdrawnPlanIsNotOnOfferAndCanComeBack() {
        published(values("10.00", List.of()));

        fixture.inNone(em -> fixture.change(em).withdraw(code, ANY));
        assertThat(offered(null, null)).isEmpty();
        assertThat(offered(null, 1)).isEmpty();

        fixture.inNone(em -> fixture.change(em).publish(code, ANY));
        assertThat(onOffer(code).version()).isEqualTo(1);
    }

    @Test
    void eachChangeHasAnotherRevision() {
        List<Long> revisions = new ArrayList<>();
        revisions.add(created(values("1.00", List.of())).revision());
        revisions.add(
                fixture.inNone(em -> fixture.change(em).publish(code, ANY)).revision());
        revisions.add(fixture.inNone(em -> fixture.change(em).change(code, ANY, values("2.00", List.of())))
                .revision());
        revisions.add(
                fixture.inNone(em -> fixture.change(em).withdraw(code, ANY)).revision());

        assertThat(revisions).containsExactly(1L, 2L, 3L, 4L);
        refuses(
                ProblemType.PRECONDITION_FAILED,
                () -> fixture.inNone(em -> fixture.change(em).publish(code, OptionalLong.of(3))));
    }

    @Test
    void ofTwoChangesAtOnceTheSecondHasToLookAgain() throws Exception {
        long revision = created(values("1.00", List.of())).revision();
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Boolean> change = () -> {
            together.await();
            try {
                fixture.inNone(
                        em -> fixture.change(em).change(code, OptionalLong.of(revision), values("2.00", List.of())));
                return true;
            } catch (ProblemException e) {
                assertThat(e.type()).isEqualTo(ProblemType.PRECONDITION_FAILED);
                return false;
            }
        };
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            List<Boolean> done = new ArrayList<>();
            for (Future<Boolean> future : executor.invokeAll(List.of(change, change))) {
                done.add(future.get());
            }
            assertThat(done).containsExactlyInAnyOrder(true, false);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void aCodeIsTakenOnce() {
        created(values("1.00", List.of()));
        refuses(ProblemType.CONFLICT, () -> created(values("1.00", List.of())));
        TenantId tenant = fixture.tenantOn("starter");
        refuses(
                ProblemType.CONFLICT,
                () -> fixture.in(tenant, em -> fixture.change(em).create(code, values("1.00", List.of()))));
    }

    @Test
    void aReservedPlanIsInvisibleToOthers() {
        TenantId owner = fixture.tenantOn("starter");
        TenantId other = fixture.tenantOn("starter");
        fixture.in(owner, em -> {
            fixture.change(em)
                    .create(code, values("5.00", List.of("export"), new PlanValues.Limit("users", 1, 1L, null)));
            return fixture.change(em).publish(code, ANY);
        });

        assertThat(offered(owner, null)).isPresent();
        assertThat(offered(other, null)).isEmpty();
        assertThat(offered(null, null)).isEmpty();
        refuses(ProblemType.NOT_FOUND, () -> fixture.in(other, em -> find(em).get(code)));
        refuses(ProblemType.NOT_FOUND, () -> fixture.inNone(em -> find(em).get(code)));
        assertThat(parts(owner)).isGreaterThan(parts(other));
        assertThat(fixture.logged()).anyMatch(line -> line.startsWith("plan.published"));
    }

    @Test
    void whileWorkingForATenantWhatIsEverybodysIsNotChanged() {
        TenantId tenant = fixture.tenantOn("starter");
        refuses(
                ProblemType.NOT_FOUND,
                () -> fixture.in(tenant, em -> fixture.change(em).withdraw("starter", ANY)));
        assertThat(fixture.<Integer>in(
                        tenant,
                        em -> em.createNativeQuery("update tenant_plan set public = false where code = 'starter'")
                                .executeUpdate()))
                .isZero();
        denied(tenant, "row-level security", """
                insert into tenant_plan
                    (id, code, version, name, currency, amount, interval, trial_days, public, created_at)
                values (gen_random_uuid(), 'mine', 1, 'M', 'USD', 0, 'month', 0, false, now())
                """);
    }

    @Test
    void theDatabaseLetsNobodyEditAVersion() {
        created(values("10.00", List.of("export")));
        String id = fixture.inNone(em -> find(em).get(code)).newest().id().toString();

        denied(null, "permission denied", "update tenant_plan set amount = 0 where code = '" + code + "'");
        denied(null, "permission denied", "update tenant_plan set reserved_for = null");
        denied(null, "permission denied", "delete from tenant_plan where code = '" + code + "'");
        denied(null, "permission denied", "update tenant_plan_limit set hard_limit = null");
        denied(null, "permission denied", "delete from tenant_plan_feature");
        denied(null, "row-level security", "insert into tenant_plan_feature values ('" + id + "', 'backup')");
        denied(null, "row-level security", "insert into tenant_plan_limit values ('" + id + "', 'users', 1, 1)");
    }

    @Test
    void aVersionBeginsOffOffer() {
        denied(null, "row-level security", """
                insert into tenant_plan
                    (id, code, version, name, currency, amount, interval, trial_days, public, created_at)
                values (gen_random_uuid(), 'free', 1, 'F', 'USD', 0, 'month', 0, true, now())
                """);
    }

    @Test
    void whatNoModuleKnowsIsRefused() {
        assertThatThrownBy(() -> created(values(
                        "1.00",
                        List.of("export", "teleport"),
                        new PlanValues.Limit("users", 1, 2L, null),
                        new PlanValues.Limit("users", 1, 2L, null),
                        new PlanValues.Limit("dragons", 1, 2L, null))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors())
                                .extracting(error ->
                                        error.pointer() + " " + error.detail().key())
                                .containsExactly(
                                        "/features/1 validation.reference",
                                        "/limits/1/resource tenant.limit-repeated",
                                        "/limits/2/resource validation.reference"));
    }

    private SortedSet<String> granted(TenantId tenant) {
        return fixture.in(tenant, em -> features(em, PlanFixture.NOW).ofCurrentTenant());
    }

    private Optional<TenantPlan> offered(TenantId tenant, Integer version) {
        return tenant == null
                ? fixture.inNone(em -> catalog(em).onOffer(code, version))
                : fixture.in(tenant, em -> catalog(em).onOffer(code, version));
    }

    private PlanVersions created(PlanValues values) {
        return fixture.inNone(em -> fixture.change(em).create(code, values));
    }

    private void published(PlanValues values) {
        created(values);
        fixture.inNone(em -> fixture.change(em).publish(code, ANY));
    }

    private TenantPlan onOffer(String wanted) {
        return fixture.inNone(em -> catalog(em).onOffer(wanted)).orElseThrow();
    }

    private long parts(TenantId tenant) {
        return fixture.in(tenant, em -> count(em, "tenant_plan_feature") + count(em, "tenant_plan_limit"));
    }

    private static long count(EntityManager em, String table) {
        return ((Number) em.createNativeQuery("select count(*) from " + table).getSingleResult()).longValue();
    }

    private static void denied(TenantId tenant, String why, String sql) {
        Runnable work = () -> UNIT.transaction(em -> em.createNativeQuery(sql).executeUpdate());
        assertThatThrownBy(() -> {
                    if (tenant == null) {
                        work.run();
                    } else {
                        TenantContext.run(tenant, work);
                    }
                })
                .as(sql)
                .hasMessageContaining(why);
    }

    private static void refuses(ProblemType type, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
