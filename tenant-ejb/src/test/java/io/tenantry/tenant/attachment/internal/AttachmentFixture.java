package io.tenantry.tenant.attachment.internal;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.metering.Limits;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.attachment.AddAttachment;
import io.tenantry.tenant.attachment.AttachedTo;
import io.tenantry.tenant.attachment.Attachment;
import io.tenantry.tenant.attachment.AttachmentView;
import io.tenantry.tenant.attachment.BlobStore;
import io.tenantry.tenant.usage.internal.sql.CounterStatements;
import io.tenantry.tenant.usage.internal.sql.Thresholds;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Tenants, things that files can be attached to, and the parts of the feature as a server would join them. */
public final class AttachmentFixture implements AutoCloseable {

    public static final String THINGS = "things";

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    public final TestDatabase database = TestDatabase.migrated();
    public final StandaloneUnit unit = new StandaloneUnit("tenantPU", database.app(), Map.of());
    public final AttachmentSteps steps = new InTransactions();
    public final PostgresBlobs blobs = new PostgresBlobs();
    public final RemoveFile remove = removing(steps, new OneStore(blobs));

    public AttachmentFixture() {
        blobs.chunks = chunks();
        database.superuser("""
                set role tenantry_owner;
                create table thing (tenant_id uuid not null references tenant, id uuid not null, primary key (tenant_id, id));
                select app.protect('thing');
                select app.attachable('thing', 'things')
                """);
    }

    public TenantId tenant() {
        UUID id = Ids.next();
        database.superuser("""
                insert into tenant (id, slug, name, status, plan_id, created_at, version)
                select '%s', 't%s', 'T', 'active', id, now(), 1 from tenant_plan where code = 'starter'
                """.formatted(id, id.toString().replace("-", "")));
        return new TenantId(id);
    }

    public AttachedTo thing(TenantId tenant) {
        UUID id = Ids.next();
        database.superuser("insert into thing values ('%s', '%s')".formatted(tenant, id));
        return new AttachedTo(THINGS, id);
    }

    public ReceivedFile file(int size) {
        return new ReceivedFile("a.pdf", "application/pdf", size, "00", null);
    }

    /** With this many chunks, as if the server had died in the middle. */
    public UUID uploading(TenantId tenant, AttachedTo to, int chunks) {
        return TenantContext.call(tenant, () -> {
            UUID id = steps.begin(to, file(100), PostgresBlobs.NAME);
            for (int n = 0; n < chunks; n++) {
                blobs.chunks.write(id, n, new byte[] {1});
            }
            return id;
        });
    }

    public UUID stored(TenantId tenant, AttachedTo to) {
        UUID id = uploading(tenant, to, 2);
        TenantContext.run(tenant, () -> steps.finish(id));
        return id;
    }

    /** Everything that adding a file to {@code store} takes. */
    public AddAttachment adding(BlobStore store, long maxBytes) {
        FileRules rules = new FileRules();
        rules.maxBytes = maxBytes;
        rules.mediaTypes = Set.of("text/plain");
        OneStore only = new OneStore(store);
        return new AddAttachment(rules, only, steps, removing(steps, only));
    }

    /** What is held of the plan's storage. */
    public long storage(TenantId tenant) {
        return number("select coalesce(sum(used), 0) from tenant_usage where resource = 'storage' and tenant_id = '%s'"
                .formatted(tenant));
    }

    public long number(String sql) {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static RemoveFile removing(AttachmentSteps steps, BlobStores stores) {
        RemoveFile remove = new RemoveFile();
        remove.steps = steps;
        remove.stores = stores;
        return remove;
    }

    private Chunks chunks() {
        return new Chunks() {
            @Override
            public void write(UUID attachment, int n, byte[] data) {
                run(chunks -> chunks.write(attachment, n, data));
            }

            @Override
            public Optional<byte[]> read(UUID attachment, int n) {
                return unit.inTransaction(em -> in(em).read(attachment, n));
            }

            @Override
            public void delete(UUID attachment) {
                run(chunks -> chunks.delete(attachment));
            }

            private void run(Consumer<Chunks> work) {
                unit.transaction(em -> work.accept(in(em)));
            }

            private Chunks in(EntityManager em) {
                Chunks chunks = new Chunks();
                chunks.entityManager = em;
                return chunks;
            }
        };
    }

    @Override
    public void close() {
        unit.close();
    }

    /** There is only this one, by whatever name. */
    public static final class OneStore extends BlobStores {

        private final BlobStore store;

        public OneStore(BlobStore store) {
            this.store = store;
        }

        @Override
        public BlobStore current() {
            return store;
        }

        @Override
        public BlobStore named(String name) {
            return store;
        }
    }

    /** Each step in a transaction of its own. */
    private final class InTransactions extends AttachmentSteps {

        @Override
        public void require(AttachedTo to) {
            // that it is there, the database sees
        }

        @Override
        public UUID begin(AttachedTo to, ReceivedFile file, String store) {
            return in(steps -> steps.begin(to, file, store));
        }

        @Override
        public AttachmentView finish(UUID id) {
            return in(steps -> steps.finish(id));
        }

        @Override
        public Optional<Attachment> published(UUID id) {
            return in(steps -> steps.published(id));
        }

        @Override
        public Optional<String> giveUp(UUID id) {
            return in(steps -> steps.giveUp(id));
        }

        @Override
        public void forget(UUID id) {
            in(steps -> {
                steps.forget(id);
                return null;
            });
        }

        @Override
        public List<Attachment> outside(int most) {
            return in(steps -> steps.outside(most));
        }

        @Override
        public void drop(UUID id) {
            in(steps -> {
                steps.drop(id);
                return null;
            });
        }

        private <T> T in(Function<AttachmentSteps, T> work) {
            return unit.inTransaction(em -> {
                AttachmentSteps steps = new AttachmentSteps();
                steps.entityManager = em;
                steps.clock = new BusinessClock(false);
                steps.limits = new Counted(em);
                steps.activity = new Quiet();
                return work.apply(steps);
            });
        }
    }

    private record Counted(EntityManager entityManager) implements Limits {

        @Override
        public void take(String resource, long quantity) {
            Thresholds thresholds = new Thresholds(List.of(80, 100));
            if (!CounterStatements.take(entityManager, resource, quantity, thresholds, NOW)
                    .accepted()) {
                throw ProblemException.of(ProblemType.LIMIT_EXCEEDED);
            }
        }

        @Override
        public void release(String resource, long quantity) {
            CounterStatements.release(entityManager, resource, quantity, NOW);
        }
    }

    private static final class Quiet extends ActivityLog {

        @Override
        public void changed(
                String action, String entity, UUID id, Map<String, Object> before, Map<String, Object> after) {
            // told elsewhere
        }
    }
}
