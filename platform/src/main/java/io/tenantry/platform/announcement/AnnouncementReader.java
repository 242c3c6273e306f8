package io.tenantry.platform.announcement;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Listens on one connection of its own until it is stopped (PostgreSQL LISTEN), and takes another when that one breaks.
 * Tells an {@link Announcement} for each change, and {@link Hearing} when it begins and ceases to listen.
 */
public final class AnnouncementReader implements Runnable {

    private static final System.Logger LOGGER = System.getLogger(AnnouncementReader.class.getName());
    private static final int WAIT_MILLIS = 500;
    private static final int WAITS_BETWEEN_CHECKS = 20;
    private static final int CHECK_SECONDS = 5;

    private final DataSource source;
    private final Consumer<Object> hearer;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    public AnnouncementReader(DataSource source, Consumer<Object> hearer) {
        this.source = source;
        this.hearer = hearer;
    }

    @Override
    public void run() {
        try {
            while (isWanted()) {
                listen();
                pause();
            }
        } finally {
            ended.countDown();
        }
    }

    /** Ends {@link #run} and waits until it has given its connection back. */
    public void stop() {
        stopped.countDown();
        try {
            if (!ended.await(CHECK_SECONDS * 2L, TimeUnit.SECONDS)) {
                LOGGER.log(System.Logger.Level.WARNING, "announcements: the reader does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("listen tenantry");
            try {
                hearer.accept(new Hearing(true));
                read(connection);
            } finally {
                hearer.accept(new Hearing(false));
                // it goes back to the pool
                statement.execute("unlisten *");
            }
        } catch (SQLException e) {
            LOGGER.log(System.Logger.Level.WARNING, "announcements: not heard for now: " + e.getMessage());
        } catch (NoClassDefFoundError e) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "announcements: the application does not see the PostgreSQL driver, so nothing is cached");
            stopped.countDown();
        }
    }

    private void read(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        for (int waits = 1; isWanted(); waits++) {
            PGNotification[] heard = postgres.getNotifications(WAIT_MILLIS);
            for (PGNotification notification : heard == null ? new PGNotification[0] : heard) {
                hearer.accept(Announcement.parse(notification.getParameter()));
            }
            // a connection that was cut without a word is silent, too
            if (waits % WAITS_BETWEEN_CHECKS == 0 && !connection.isValid(CHECK_SECONDS)) {
                throw new SQLException("the connection is dead");
            }
        }
    }

    private boolean isWanted() {
        return stopped.getCount() > 0;
    }

    private void pause() {
        try {
            if (stopped.await(1, TimeUnit.SECONDS)) {
                LOGGER.log(System.Logger.Level.DEBUG, "announcements: stopped");
            }
        } catch (InterruptedException e) {
            stopped.countDown();
            Thread.currentThread().interrupt();
        }
    }
}
