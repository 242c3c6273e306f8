package io.tenantry.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class DeploymentFailureTest {

    private static final String ANSWER = "FAILUREDescription: deploy AdminCommandError occurred during deployment: "
            + "java.io.IOException: invalid zip file. Please see server.log for more details.\n    [name=tenantry\n";

    private final DeploymentFailure failure = new DeploymentFailure();

    @Test
    void theInnermostLoggedCauseIsTheReason() {
        log(
                "javax.enterprise.system.core",
                new IllegalStateException("outer", new IllegalArgumentException("the reason\n  in two lines")));

        assertThat(failure.reason(ANSWER)).isEqualTo("the reason in two lines");
    }

    @Test
    void whatTheServerWrapsAsTextIsUnwrapped() {
        log(
                "javax.enterprise.system.core",
                new Exception(
                        "java.lang.IllegalStateException: start: a.b.LifecycleException: a.b.StateError: one: two"));

        assertThat(failure.reason(ANSWER)).isEqualTo("one: two");
    }

    @Test
    void whatTheApplicationLogsIsNotTheReason() {
        log("com.example.app", new IllegalStateException("something else"));

        assertThat(failure.reason(ANSWER)).isEqualTo("java.io.IOException: invalid zip file");
    }

    @Test
    void withoutAnyWordSaysSo() {
        assertThat(failure.reason(null)).isEqualTo("the server gave no reason");
    }

    private void log(String logger, Throwable thrown) {
        LogRecord entry = new LogRecord(Level.SEVERE, "failed");
        entry.setLoggerName(logger);
        entry.setThrown(thrown);
        failure.publish(entry);
    }
}
