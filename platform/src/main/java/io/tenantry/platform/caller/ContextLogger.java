package io.tenantry.platform.caller;

import io.tenantry.platform.tenancy.TenantContext;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/** A logger whose lines begin with the request and the tenant they belong to. */
public final class ContextLogger implements System.Logger {

    private final System.Logger target;

    private ContextLogger(System.Logger target) {
        this.target = target;
    }

    public static System.Logger of(Class<?> type) {
        return new ContextLogger(System.getLogger(type.getName()));
    }

    @Override
    public String getName() {
        return target.getName();
    }

    @Override
    public boolean isLoggable(Level level) {
        return target.isLoggable(level);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
        if (isLoggable(level)) {
            target.log(level, () -> context() + message, thrown);
        }
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... arguments) {
        if (isLoggable(level)) {
            String message =
                    arguments == null || arguments.length == 0 ? format : MessageFormat.format(format, arguments);
            target.log(level, () -> context() + message);
        }
    }

    private static String context() {
        String request = Caller.current().requestId();
        return (request == null ? "" : "request=" + request + " ")
                + TenantContext.current()
                        .map(tenant -> "tenant=" + tenant + " ")
                        .orElse("");
    }
}
