package corpus.helpers;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A dynamic proxy stands for the connection that its handler holds. */
final class ProxyOfAConnection {
    private final DataSource pool;

    ProxyOfAConnection(DataSource pool) {
        this.pool = pool;
    }

    private static final class Restoring implements InvocationHandler {
        private final Connection target;

        Restoring(Connection target) {
            this.target = target;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return method.invoke(target, arguments);
        }
    }

    private static Connection restoring(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, new Restoring(connection));
    }

    Connection handedOutOk() throws SQLException {
        Connection connection = pool.getConnection();
        connection = restoring(connection);
        return connection;
    }

    Connection handedOutAtOnceOk() throws SQLException {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new Restoring(pool.getConnection()));
    }

    void keptOpenBad() throws SQLException {
        Connection connection = restoring(pool.getConnection()); // LEAK: never-closed
        connection.commit();
    }
}
