package io.tenantry.tenant.webhook.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads on which deliveries wait for their receivers. They are not the server's own, of which there are too few for
 * that, and they end with the application.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class DeliveryThreads {

    private static final System.Logger LOGGER = System.getLogger(DeliveryThreads.class.getName());
    private static final int IDLE_SECONDS = 10;
    private static final int END_SECONDS = 10;

    @Resource
    ManagedThreadFactory factory;

    private ThreadPoolExecutor threads;

    @PostConstruct
    void start() {
        // who gives them work bounds it
        threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }

    /** Interrupts what is under way: its lease runs out, and it is done again. */
    @PreDestroy
    void stop() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                LOGGER.log(System.Logger.Level.WARNING, "a delivery of webhooks does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void run(Runnable work) {
        threads.execute(work);
    }
}
