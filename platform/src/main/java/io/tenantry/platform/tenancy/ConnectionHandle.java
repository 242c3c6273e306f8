package io.tenantry.platform.tenancy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/** A connection whose closing means something else than giving it back. */
final class ConnectionHandle implements InvocationHandler {

    /** What closing does. */
    @FunctionalInterface
    interface Close {
        void run() throws SQLException;
    }

    private final Connection connection;
    private final Close close;
    private boolean closed;

    private ConnectionHandle(Connection connection, Close close) {
        this.connection = connection;
        this.close = close;
    }

    static Connection of(Connection connection, Close close) {
        return (Connection) Proxy.newProxyInstance(
                ConnectionHandle.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new ConnectionHandle(connection, close));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "close":
                if (!closed) {
                    closed = true;
                    close.run();
                }
                return null;
            case "isClosed":
                return closed || connection.isClosed();
            case "equals":
                return proxy == arguments[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            default:
                return call(method, arguments);
        }
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
