package io.tenantry.tenant.webhook.internal;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.plan.TenantFeatures;
import io.tenantry.tenant.webhook.AttemptView;
import io.tenantry.tenant.webhook.internal.sql.Candidate;
import io.tenantry.tenant.webhook.internal.sql.DeliveryRows;
import io.tenantry.tenant.webhook.internal.sql.PayloadRows;
import io.tenantry.tenant.webhook.internal.sql.TakenDelivery;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Endpoints, events, and the workers as a server would hand them out, each call in a transaction of its own. */
final class WebhookFixture implements AutoCloseable {

    private final TestDatabase database = TestDatabase.migrated();
    private final StandaloneUnit unit = new StandaloneUnit("tenantPU", database.app(), Map.of());
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger counted = new AtomicInteger();
    private volatile ProblemType refusal;
    /** Ahead of the database's clock, by which deliveries are written. */
    private Instant now = new BusinessClock(false).wallClock().plusSeconds(60);

    private final BusinessClock clock = new BusinessClock(false) {
        @Override
        public Instant wallClock() {
            return now;
        }
    };

    WebhookFixture() {
        database.superuser("insert into event_type values ('thing.happened', false)");
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** The plan says so from now on; {@code null}: it does not. */
    void refuses(ProblemType type) {
        refusal = type;
    }

    /** What was written to owners and into the log. */
    List<String> told() {
        return told;
    }

    int counted() {
        return counted.get();
    }

    void superuser(String sql) {
        database.superuser(sql);
    }

    TenantId tenant() {
        UUID id = Ids.next();
        database.superuser("""
                insert into tenant (id, slug, name, status, plan_id, created_at, version)
                select '%1$s', 't%2$s', 'A tenant', 'active', p.id, now(), 1
                from tenant_plan p where p.code = 'professional'
                """.formatted(id, id.toString().replace("-", "")));
        return new TenantId(id);
    }

    UUID endpoint(TenantId tenant) {
        UUID id = Ids.next();
        in(tenant, em -> {
            em.createNativeQuery("""
                            insert into webhook_endpoint (id, url, description, status, secret, created_at, version)
                            values (?1, 'https://hooks.example.com/x?token=y', '', 'enabled', '', now(), 1)
                            """).setParameter(1, id).executeUpdate();
            return em.createNativeQuery(
                            "insert into webhook_subscription (endpoint_id, type) values (?1, 'thing.happened')")
                    .setParameter(1, id)
                    .executeUpdate();
        });
        return id;
    }

    /** Something happens in a tenant. */
    void happens(TenantId tenant, int times) {
        in(tenant, em -> em.createNativeQuery("""
                        insert into tenant_activity_log
                            (id, created_at, actor, actor_kind, action, entity, entity_id, after, version)
                        select gen_random_uuid(), now(), 'a', 'user', 'thing.happened', 'thing', gen_random_uuid(),
                               '{}', 1
                        from generate_series(1, ?1)
                        """).setParameter(1, times).executeUpdate());
    }

    void ping(TenantId tenant, UUID endpoint) {
        in(tenant, em -> {
            PayloadRows.ping(em, endpoint, "webhook.test", Ids.next(), Ids.next(), now);
            return null;
        });
    }

    void again(TenantId tenant, UUID delivery) {
        in(tenant, em -> {
            DeliveryRows.again(em, delivery, now);
            return null;
        });
    }

    /** The only text in each row. */
    @SuppressWarnings("unchecked")
    List<String> read(TenantId tenant, String sql) {
        return in(tenant, em -> em.createNativeQuery(sql).getResultList());
    }

    /** As {@code state attempts error}. */
    List<String> deliveries(TenantId tenant) {
        return read(
                tenant,
                "select concat_ws(' ', state, attempts, coalesce(error, '-')) from webhook_delivery order by id");
    }

    <T> T in(TenantId tenant, Function<EntityManager, T> work) {
        return TenantContext.call(tenant, () -> unit.inTransaction(work));
    }

    DispatchDeliveries dispatch(AttemptDelivery attempt) {
        DispatchDeliveries dispatch = new DispatchDeliveries();
        dispatch.turn = turn();
        dispatch.attempt = attempt;
        return dispatch;
    }

    Optional<TakenDelivery> take(TenantId tenant) {
        return TenantContext.call(tenant, () -> turn().next(Set.of()).flatMap(turn()::take));
    }

    void delivered(TenantId tenant, TakenDelivery taken) {
        attempted(tenant, taken, 200, null);
    }

    void attempted(TenantId tenant, TakenDelivery taken, int status, String error) {
        AttemptView attempt = new AttemptView(taken.attempt(), now, 5, "{\"a\":\"b\"}", status, "{}", "body", error);
        TenantContext.run(tenant, () -> turn().attempted(taken, attempt, Optional.empty()));
    }

    DeliveryTurn turn() {
        return new DeliveryTurn() {
            @Override
            public List<TenantId> dueTenants(UUID beyond) {
                return alone(turn -> turn.dueTenants(beyond));
            }

            @Override
            public Optional<Candidate> next(Set<UUID> full) {
                return alone(turn -> turn.next(full));
            }

            @Override
            public Optional<TakenDelivery> take(Candidate candidate) {
                return alone(turn -> turn.take(candidate));
            }

            @Override
            public void refuse(Candidate candidate, String error) {
                alone(turn -> {
                    turn.refuse(candidate, error);
                    return null;
                });
            }

            @Override
            public void disabled(TakenDelivery taken) {
                alone(turn -> {
                    turn.disabled(taken);
                    return null;
                });
            }

            @Override
            public void attempted(TakenDelivery taken, AttemptView attempt, Optional<Duration> asked) {
                alone(turn -> {
                    turn.attempted(taken, attempt, asked);
                    return null;
                });
            }
        };
    }

    private <T> T alone(Function<DeliveryTurn, T> work) {
        return unit.inTransaction(em -> {
            DeliveryTurn turn = new DeliveryTurn();
            turn.entityManager = em;
            turn.clock = clock;
            turn.stop = stop(em);
            turn.settings = settings();
            turn.usage = (resource, quantity) -> {
                require(ProblemType.LIMIT_EXCEEDED);
                counted.addAndGet((int) quantity);
            };
            turn.features = new TenantFeatures() {
                @Override
                public void require(String feature) {
                    WebhookFixture.this.require(ProblemType.FEATURE_NOT_IN_PLAN);
                }
            };
            return work.apply(turn);
        });
    }

    private void require(ProblemType type) {
        if (refusal == type) {
            throw ProblemException.of(type);
        }
    }

    private StopEndpoint stop(EntityManager em) {
        StopEndpoint stop = new StopEndpoint();
        stop.entityManager = em;
        stop.clock = clock;
        stop.activity = new ActivityLog() {
            @Override
            public void changed(
                    String action, String entity, UUID id, Map<String, Object> before, Map<String, Object> after) {
                told.add(action + " " + after.get("url") + " " + after.get("status") + " " + after.get("reason"));
            }
        };
        stop.tell = new TellOfFailure() {
            @Override
            void owners(String host, Duration forLong) {
                told.add(host + " for " + forLong.toDays() + " days");
            }
        };
        return stop;
    }

    private static WebhookSettings settings() {
        WebhookSettings settings = new WebhookSettings();
        settings.retrySeconds = "10,100";
        return settings;
    }

    @Override
    public void close() {
        unit.close();
    }
}
