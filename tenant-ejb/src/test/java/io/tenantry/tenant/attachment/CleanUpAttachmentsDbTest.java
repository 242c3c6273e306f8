package io.tenantry.tenant.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.attachment.internal.AttachmentFixture;
import io.tenantry.tenant.attachment.internal.AttachmentFixture.OneStore;
import io.tenantry.tenant.attachment.internal.RemoveFile;
import io.tenantry.tenant.job.JobFailure;
import io.tenantry.tenant.job.JobReport;
import io.tenantry.tenant.job.JobSlot;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was left half done is taken back, once it is certain that nobody is at it any more. */
class CleanUpAttachmentsDbTest {

    private static final AttachmentFixture FIXTURE = new AttachmentFixture();
    private static final JobSlot SLOT = new JobSlot(LocalDate.of(2026, 3, 1), ZoneOffset.UTC);

    private final TenantId tenant = FIXTURE.tenant();
    private final AttachedTo thing = FIXTURE.thing(tenant);

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @BeforeEach
    void nothingIsLeftOfOtherTests() {
        FIXTURE.database.superuser("delete from attachment");
    }

    @Test
    void takesBackWhatWasLeftForAnHour() {
        TenantId other = FIXTURE.tenant();
        UUID dead = aged(FIXTURE.uploading(tenant, thing, 3), 61);
        UUID alive = aged(FIXTURE.uploading(tenant, thing, 1), 59);
        UUID stored = aged(FIXTURE.stored(tenant, thing), 1_000);
        UUID others = aged(FIXTURE.uploading(other, FIXTURE.thing(other), 1), 61);

        assertThat(job(FIXTURE.remove).run(SLOT)).isEqualTo(new JobReport(2, 2, 0, List.of()));

        assertThat(rows(dead) + rows(others)).isZero();
        assertThat(rows(alive)).isEqualTo(1);
        assertThat(rows(stored)).isEqualTo(1);
        assertThat(FIXTURE.storage(tenant)).isEqualTo(200);
        assertThat(FIXTURE.storage(other)).isZero();
        assertThat(FIXTURE.number("select count(*) from attachment_chunk where attachment_id = '%s'".formatted(dead)))
                .isZero();
        assertThat(job(FIXTURE.remove).run(SLOT)).isEqualTo(JobReport.NOTHING);
    }

    @Test
    void aStoreThatIsDownKeepsTheRowAndNotTheStorage() {
        UUID id = aged(FIXTURE.uploading(tenant, thing, 1), 61);
        Outside down = new Outside(true);

        JobReport report = job(AttachmentFixture.removing(FIXTURE.steps, new OneStore(down)))
                .run(SLOT);

        assertThat(report.failures()).containsExactly(new JobFailure(tenant, "attachment-not-removed"));
        assertThat(FIXTURE.storage(tenant)).isZero();
        assertThat(rows(id)).isEqualTo(1);
        aged(id, 61);
        assertThat(job(FIXTURE.remove).run(SLOT).done()).isEqualTo(1);
        assertThat(rows(id)).isZero();
        assertThat(FIXTURE.storage(tenant)).isZero();
    }

    @Test
    void whatIsOutsideOfTheDatabaseGoesBeforeThePurge() {
        UUID inside = FIXTURE.stored(tenant, thing);
        UUID outside = FIXTURE.stored(tenant, thing);
        TenantId other = FIXTURE.tenant();
        UUID others = FIXTURE.stored(other, FIXTURE.thing(other));
        FIXTURE.database.superuser(
                "update attachment set store = 's3' where id in ('%s', '%s')".formatted(outside, others));
        Outside up = new Outside(false);
        RemoveOutsideFiles purge = new RemoveOutsideFiles();
        purge.steps = FIXTURE.steps;
        purge.stores = new OneStore(up);

        TenantContext.run(tenant, purge::remove);

        assertThat(up.deleted).containsExactly(outside);
        assertThat(rows(outside)).isZero();
        assertThat(rows(inside)).isEqualTo(1);
        assertThat(rows(others)).isEqualTo(1);
    }

    private static CleanUpAttachments job(RemoveFile remove) {
        CleanUpAttachments job = new CleanUpAttachments();
        job.database = new BatchDatabase(FIXTURE.database::batch);
        job.remove = remove;
        job.clock = new BusinessClock(false);
        return job;
    }

    private static UUID aged(UUID id, int minutes) {
        FIXTURE.database.superuser("update attachment set touched_at = now() - interval '%d minutes' where id = '%s'"
                .formatted(minutes, id));
        return id;
    }

    private static long rows(UUID id) {
        return FIXTURE.number("select count(*) from attachment where id = '%s'".formatted(id));
    }

    /** A store that only remembers, or does not answer. */
    private static final class Outside implements BlobStore {

        private final List<UUID> deleted = new ArrayList<>();
        private final boolean down;

        private Outside(boolean down) {
            this.down = down;
        }

        @Override
        public String name() {
            return "s3";
        }

        @Override
        public void put(UUID id, Content content, long length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream open(UUID id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(UUID id) throws IOException {
            if (down) {
                throw new IOException("down");
            }
            deleted.add(id);
        }
    }
}
