package io.tenantry.tenant.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.attachment.internal.AttachmentFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Files and the rows they are attached to: what the database itself holds, and the steps of a file. */
class AttachmentDbTest {

    private static final AttachmentFixture FIXTURE = new AttachmentFixture();

    private final TenantId tenant = FIXTURE.tenant();
    private final AttachedTo thing = FIXTURE.thing(tenant);

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void aFileIsShownOnlyWhenAllOfItIsThere() {
        UUID id = FIXTURE.uploading(tenant, thing, 1);
        assertThat(isShown(tenant, id)).isFalse();
        assertThat(FIXTURE.storage(tenant)).isEqualTo(100);

        TenantContext.run(tenant, () -> FIXTURE.steps.finish(id));
        assertThat(isShown(tenant, id)).isTrue();
        FIXTURE.database.superuser("update tenant set status = 'suspended' where id = '%s'".formatted(tenant));
        assertThat(isShown(tenant, id)).isFalse();
    }

    @Test
    void anUploadThatWasGivenUpIsNotShownAfterAll() {
        UUID id = FIXTURE.uploading(tenant, thing, 1);
        TenantContext.run(tenant, () -> FIXTURE.steps.giveUp(id));
        assertThatThrownBy(() -> TenantContext.run(tenant, () -> FIXTURE.steps.finish(id)))
                .isInstanceOf(ProblemException.class);

        TenantContext.run(tenant, () -> FIXTURE.remove.attempt(id));
        assertThatThrownBy(() -> TenantContext.run(tenant, () -> FIXTURE.steps.finish(id)))
                .isInstanceOf(ProblemException.class);
        assertThat(FIXTURE.storage(tenant)).isZero();
        assertThat(chunks(id)).isZero();
    }

    @Test
    void aFileThatCannotBeStoredTakesNothing() throws IOException {
        BlobStore broken = new BlobStore() {
            @Override
            public String name() {
                return "postgres";
            }

            @Override
            public void put(UUID id, Content content, long length) throws IOException {
                assertThat(FIXTURE.storage(tenant)).isEqualTo(4);
                FIXTURE.blobs.put(id, content, length);
                throw new IOException("down");
            }

            @Override
            public InputStream open(UUID id) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void delete(UUID id) {
                FIXTURE.blobs.delete(id);
            }
        };
        assertThatThrownBy(() -> add(FIXTURE.adding(broken, 100), "text")).isInstanceOf(IOException.class);
        assertThat(FIXTURE.storage(tenant)).isZero();
        assertThat(FIXTURE.number("select count(*) from attachment where tenant_id = '%s'".formatted(tenant)))
                .isZero();
        assertThat(FIXTURE.number("select count(*) from attachment_chunk where tenant_id = '%s'".formatted(tenant)))
                .isZero();
        add(FIXTURE.adding(FIXTURE.blobs, 100), "text");
        assertThat(FIXTURE.storage(tenant)).isEqualTo(4);
    }

    @Test
    void noMoreIsReadThanMayBeStored() throws IOException {
        AddAttachment adding = FIXTURE.adding(FIXTURE.blobs, 10);
        add(adding, "a".repeat(10));
        assertThatThrownBy(() -> add(adding, "a".repeat(11)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.PAYLOAD_TOO_LARGE));
        assertThatThrownBy(() -> add(adding, "<html>"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE));
        assertThat(FIXTURE.storage(tenant)).isEqualTo(10);
    }

    @Test
    void givingUpTwiceGivesBackOnceAndNeverTouchesAStoredFile() {
        UUID stored = FIXTURE.stored(tenant, thing);
        UUID id = FIXTURE.uploading(tenant, thing, 1);
        TenantContext.run(tenant, () -> {
            FIXTURE.steps.giveUp(id);
            FIXTURE.remove.attempt(id);
            FIXTURE.remove.attempt(id);
            FIXTURE.remove.attempt(stored);
        });
        assertThat(FIXTURE.storage(tenant)).isEqualTo(100);
        assertThat(isShown(tenant, stored)).isTrue();
        assertThat(chunks(stored)).isEqualTo(2);
    }

    @Test
    void nothingIsAttachedToWhatIsNotThere() {
        AttachedTo none = new AttachedTo(AttachmentFixture.THINGS, Ids.next());
        AttachedTo foreign = FIXTURE.thing(FIXTURE.tenant());

        assertThatThrownBy(() -> FIXTURE.uploading(tenant, none, 0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> FIXTURE.uploading(tenant, foreign, 0)).isInstanceOf(ProblemException.class);
        assertThat(FIXTURE.storage(tenant)).isZero();
    }

    @Test
    void aRowGoesAfterItsFiles() throws SQLException {
        UUID id = FIXTURE.stored(tenant, thing);
        assertThatThrownBy(this::deleteThing)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("23503"));

        FIXTURE.database.superuser("update attachment set status = 'deleting' where id = '%s'".formatted(id));
        assertThat(deleteThing()).isEqualTo(1);
    }

    @Test
    void ofAFileAndADeletionAtOnceOnlyOneComesThrough() throws Exception {
        try (Connection attaching = connection();
                Statement statement = attaching.createStatement()) {
            attaching.setAutoCommit(false);
            statement.executeUpdate("""
                    insert into attachment (id, entity, entity_id, name, media_type, size, sha256, store, status,
                        touched_at, created_by, created_at, version)
                    values (gen_random_uuid(), 'things', '%s', 'a', 'a', 1, 'a', 'postgres', 'stored',
                        now(), 'a', now(), 1)
                    """.formatted(thing.id()));
            CompletableFuture<Integer> deletion = CompletableFuture.supplyAsync(this::deleteThingNow);
            while (FIXTURE.number("select count(*) from pg_locks where not granted") == 0 && !deletion.isDone()) {
                LockSupport.parkNanos(1_000_000);
            }
            attaching.commit();
            assertThatThrownBy(deletion::join).isInstanceOf(CompletionException.class);
        }
    }

    @Test
    void theFilesOfATenantThatIsPurgedGoInAnyOrder() throws SQLException {
        FIXTURE.stored(tenant, thing);
        FIXTURE.database.superuser(
                "update tenant set status = 'closing', purge_after = now() where id = '%s'".formatted(tenant));
        FIXTURE.database.superuser("update tenant set status = 'purging' where id = '%s'".formatted(tenant));
        assertThat(deleteThing()).isEqualTo(1);
        FIXTURE.database.superuser("select app.purge('%s', 5000, 'a')".formatted(tenant));
        FIXTURE.database.superuser("select app.purge('%s', 5000, 'a')".formatted(tenant));
        assertThat(FIXTURE.number("select count(*) from tenant where id = '%s'".formatted(tenant)))
                .isZero();
        assertThat(FIXTURE.number("select count(*) from attachment_chunk where tenant_id = '%s'".formatted(tenant)))
                .isZero();
    }

    private void add(AddAttachment adding, String text) throws IOException {
        try (TenantContext.Scope scope = TenantContext.enter(tenant)) {
            adding.add(thing, "a.txt", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static boolean isShown(TenantId as, UUID id) {
        return TenantContext.call(as, () -> FIXTURE.steps.published(id).isPresent());
    }

    private static long chunks(UUID id) {
        return FIXTURE.number("select count(*) from attachment_chunk where attachment_id = '%s'".formatted(id));
    }

    private int deleteThingNow() {
        try {
            return deleteThing();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int deleteThing() throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate("delete from thing where id = '%s'".formatted(thing.id()));
        }
    }

    /** As the application, in the tenant. */
    private Connection connection() throws SQLException {
        Connection connection = FIXTURE.database.app().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set app.tenant_id = '%s'".formatted(tenant));
        }
        return connection;
    }
}
