package io.tenantry.platform.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of one session, heard in another. */
class AnnouncementReaderDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final AnnouncementReader reader = new AnnouncementReader(DATABASE.app(), heard::add);

    @BeforeEach
    void aTableThatAnnounces() throws InterruptedException {
        DATABASE.superuser("drop table if exists thing");
        DATABASE.superuser("create table thing (id int, name text, other text)");
        DATABASE.superuser("create trigger announce after insert or delete or update of name on thing "
                + "for each row execute function app.announce('name', 'id')");
        new Thread(reader).start();
        assertThat(next()).isEqualTo(new Hearing(true));
    }

    @AfterEach
    void stop() {
        reader.stop();
    }

    @Test
    void hearsEachCommittedChangeOfAnAnnouncedColumn() throws InterruptedException {
        DATABASE.superuser("insert into thing values (1, 'one', 'x')");
        DATABASE.superuser("update thing set other = 'y'");
        DATABASE.superuser("begin; insert into thing values (2, 'two', 'x'); rollback");
        DATABASE.superuser("update thing set name = 'uno'");
        DATABASE.superuser("delete from thing");

        assertThat(List.of(next(), next(), next()))
                .containsExactly(
                        new Announcement("thing", List.of("one", "1")),
                        new Announcement("thing", List.of("uno", "1")),
                        new Announcement("thing", List.of("uno", "1")));
    }

    @Test
    void saysWhenItIsDeafAndHearsAgain() throws InterruptedException {
        DATABASE.superuser("select pg_terminate_backend(pid) from pg_stat_activity "
                + "where query = 'listen tenantry' and datname = current_database()");

        assertThat(List.of(next(), next())).containsExactly(new Hearing(false), new Hearing(true));
        DATABASE.superuser("insert into thing values (3, 'three', 'x')");
        assertThat(next()).isEqualTo(new Announcement("thing", List.of("three", "3")));
    }

    @Test
    void isDeafOnceStopped() throws InterruptedException {
        reader.stop();

        assertThat(next()).isEqualTo(new Hearing(false));
        DATABASE.superuser("insert into thing values (4, 'four', 'x')");
        assertThat(heard).isEmpty();
    }

    private Object next() throws InterruptedException {
        return heard.poll(10, TimeUnit.SECONDS);
    }
}
