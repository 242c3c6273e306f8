package io.tenantry.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

/** Undoes the start in reverse order, however the process ends (except by a kill that cannot be caught). */
final class Shutdown {

    private static final System.Logger LOGGER = System.getLogger(Shutdown.class.getName());

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private volatile boolean begun;

    void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::run, "tenantry-shutdown"));
    }

    /** To be called before the thing is started: a signal may arrive while it starts. */
    synchronized void closeAtEnd(AutoCloseable thing) {
        started.push(thing);
    }

    boolean begun() {
        return begun;
    }

    /** Blocks for good; the process ends by a signal. */
    void await() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void run() {
        begun = true;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                LOGGER.log(System.Logger.Level.WARNING, "While stopping", e);
            }
        }
    }
}
