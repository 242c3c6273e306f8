package io.tenantry.launcher;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a deployment failed. The server's answer stops at the outermost exception, which is rarely the reason; the reason is only in
 * what the server logs, so this listens while it deploys.
 */
final class DeploymentFailure extends Handler {

    private static final Logger ROOT = Logger.getLogger("");
    private static final String SERVER = "javax.enterprise.system.core";
    private static final Pattern ANSWER = Pattern.compile(
            "Error occurred during deployment: (.*?)(?:\\. Please see server\\.log.*|$)", Pattern.DOTALL);

    /** A web module's failure comes as text: each exception's name before the message of the next. */
    private static final Pattern OUTER = Pattern.compile("^.*\\b\\w+(?:\\.\\w+)+(?:Exception|Error): ");

    private volatile Throwable cause;

    void listen() {
        ROOT.addHandler(this);
    }

    @Override
    public void publish(LogRecord message) {
        if (message.getThrown() != null
                && message.getLevel().intValue() >= Level.SEVERE.intValue()
                && SERVER.equals(message.getLoggerName())) {
            cause = message.getThrown();
        }
    }

    /** The innermost reason that was logged, else the readable part of the server's answer. */
    String reason(String answer) {
        if (cause != null) {
            return OUTER.matcher(LaunchFailure.rootMessage(cause)).replaceFirst("");
        }
        Matcher matcher = ANSWER.matcher(answer == null ? "" : answer);
        return matcher.find() ? matcher.group(1).strip() : "the server gave no reason";
    }

    @Override
    public void flush() {
        // nothing is buffered
    }

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
