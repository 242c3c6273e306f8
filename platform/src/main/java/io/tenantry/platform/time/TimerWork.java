package io.tenantry.platform.time;

/** What a timer does. A timer that throws may be cancelled by its server for good, so it must not. */
public final class TimerWork {

    private static final System.Logger LOGGER = System.getLogger(TimerWork.class.getName());

    private TimerWork() {}

    /** @param what for the log, should it fail */
    public static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, what + " failed; tried again later", e);
        }
    }
}
