package io.tenantry.it;

import static io.tenantry.it.product.Domain.PRECINTOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Many tenants on few pooled connections, with every way a request can end: no connection may carry one tenant into
 * the request of another, and none may get lost.
 */
class LeakIT extends BlackBox {

    private static final System.Logger LOGGER = System.getLogger(LeakIT.class.getName());
    private static final int THREADS = 12;
    private static final int REQUESTS = Integer.getInteger("tenantry.leak-requests", 10_000);
    private static final int ROWS = 20;
    private static final int STARTER_LIMIT = 50;

    /** A tenant whose seals all have its slug in their code. */
    private record Crowd(Tenant tenant, List<String> ids) {

        static Crowd of(Tenant tenant, int rows) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
                ids.add(tenant.owner()
                        .post(PRECINTOS, Domain.precinto(tenant.slug() + "-" + i))
                        .expect(201)
                        .id());
            }
            return new Crowd(tenant, ids);
        }

        Api owner() {
            return tenant.owner();
        }

        String any(Random random) {
            return PRECINTOS + "/" + ids.get(random.nextInt(ids.size()));
        }

        void ownsAll(Answer answer) {
            assertThat(answer.each("code"))
                    .isNotEmpty()
                    .allSatisfy(code -> assertThat(code).startsWith(tenant.slug() + "-"));
        }
    }

    private static List<Crowd> crowds;
    private static Crowd full;
    private static Api platform;

    private final AtomicLong sent = new AtomicLong();

    @BeforeAll
    static void makesTenants() {
        crowds = Stream.generate(() -> Crowd.of(Tenants.professional(), ROWS))
                .limit(3)
                .toList();
        full = Crowd.of(Tenants.starter(), STARTER_LIMIT);
        platform = Tenants.platform();
    }

    // attack cases 19, 20
    @Test
    void noRequestSeesAnotherTenantAndNoConnectionIsLost() {
        long start = System.nanoTime();

        AtOnce.run(THREADS, thread -> {
            Random random = new Random(thread);
            while (sent.incrementAndGet() <= REQUESTS) {
                Crowd own = crowds.get(random.nextInt(crowds.size()));
                Crowd other = crowds.get((crowds.indexOf(own) + 1) % crowds.size());
                ask(random, own, other);
            }
            return thread;
        });

        Duration took = Duration.ofNanos(System.nanoTime() - start);
        LOGGER.log(System.Logger.Level.INFO, "{0} requests of {1} threads took {2}", REQUESTS, THREADS, took);
        for (Crowd crowd : crowds) {
            assertThat(crowd.owner().get(PRECINTOS + "?limit=200").expect(200).each("id"))
                    .containsExactlyInAnyOrderElementsOf(crowd.ids());
        }
        assertThat(full.owner().get(PRECINTOS + "?limit=200").expect(200).each("id"))
                .containsExactlyInAnyOrderElementsOf(full.ids());
        Api.anonymous().get("/health/ready").expect(200);
    }

    private void ask(Random random, Crowd own, Crowd other) {
        switch (random.nextInt(10)) {
            case 0, 1 -> own.ownsAll(own.owner().get(PRECINTOS).expect(200));
            case 2 ->
                assertThat(own.owner().get(own.any(random)).expect(200).text("code"))
                        .startsWith(own.tenant().slug());
            case 3 -> own.owner().get(other.any(random)).expectProblem(404, "not-found");
            case 4 ->
                own.owner()
                        .post(PRECINTOS, Domain.precinto(own.tenant().slug() + "-0"))
                        .expectProblem(409, "conflict");
            case 5 ->
                own.owner()
                        .with("If-Match", "\"stale\"")
                        .patch(own.any(random), Json.object("status", "retired"))
                        .expectProblem(412, "precondition-failed");
            case 6 -> full.owner().post(PRECINTOS, Domain.precinto()).expectProblem(402, "limit-exceeded");
            case 7 -> nobody(random, own);
            case 8 ->
                own.owner()
                        .with("X-Tenant-ID", other.tenant().id())
                        .get(PRECINTOS)
                        .expectProblem(403, "tenant-mismatch");
            default -> comeAndGo(own);
        }
    }

    private static void nobody(Random random, Crowd own) {
        if (random.nextBoolean()) {
            Api.anonymous().get(own.any(random)).expectProblem(401, "unauthenticated");
        } else {
            platform.get(PRECINTOS).expectProblem(400, "tenant-required");
        }
    }

    private static void comeAndGo(Crowd own) {
        String code = own.tenant().slug() + "-" + Tenants.unique();
        Answer created = own.owner().post(PRECINTOS, Domain.precinto(code)).expect(201);
        own.owner().delete(PRECINTOS + "/" + created.id()).expect(204);
    }
}
