package io.tenantry.platform.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Asks the planner, before each query, how it would run: the statement as it is, with the same parameters. */
public final class ExplainedQueries {

    private final List<String> plans = new ArrayList<>();

    /** What was planned since the last call, one text a query. */
    public List<String> plans() {
        List<String> copy = List.copyOf(plans);
        plans.clear();
        return copy;
    }

    public DataSource over(DataSource source) {
        return proxy(
                DataSource.class,
                source,
                (method, arguments, result) -> result instanceof Connection connection ? over(connection) : result);
    }

    private Connection over(Connection connection) {
        return proxy(Connection.class, connection, (method, arguments, result) -> {
            if (method.getName().equals("prepareStatement")
                    && arguments[0].toString().startsWith("SELECT")) {
                return over((PreparedStatement) result, connection.prepareStatement("explain " + arguments[0]));
            }
            return result;
        });
    }

    private PreparedStatement over(PreparedStatement statement, PreparedStatement explain) {
        return proxy(PreparedStatement.class, statement, (method, arguments, result) -> {
            if (method.getName().startsWith("set") && arguments[0] instanceof Integer && arguments.length > 1) {
                method.invoke(explain, arguments);
            } else if (method.getName().equals("executeQuery")) {
                plans.add(planned(explain));
            }
            return result;
        });
    }

    private static String planned(PreparedStatement explain) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (explain;
                ResultSet rows = explain.executeQuery()) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private interface After {
        Object call(Method method, Object[] arguments, Object result) throws SQLException, ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        InvocationHandler handler = (self, method, arguments) -> {
            try {
                return after.call(method, arguments, method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
