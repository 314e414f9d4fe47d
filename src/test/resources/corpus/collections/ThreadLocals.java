package corpus.collections;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** What is put into a thread's slot or a shared reference is somebody else's to close, and putting it there can't fail. */
final class ThreadLocals {
    private static final ThreadLocal<Connection> CURRENT = new ThreadLocal<>();
    private static final ThreadLocal<String> NAME = new ThreadLocal<>();
    private final AtomicReference<Connection> last = new AtomicReference<>();

    Connection ofTheThreadOk(DataSource pool) throws SQLException {
        Connection connection = CURRENT.get();
        if (connection == null) {
            connection = pool.getConnection();
            NAME.set("shop");
            CURRENT.set(connection);
        }
        return connection;
    }

    void sharedOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        last.set(connection);
    }

    void preparedFirstBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        connection.setAutoCommit(false);
        CURRENT.set(connection);
    }

    static void closedByTheLastUserOk(int users) throws SQLException {
        Connection connection = CURRENT.get();
        if (connection == null) {
            return;
        }
        if (users == 0) {
            connection.close();
            CURRENT.remove();
        }
    }

    static void commitAndCloseBad() throws SQLException {
        Connection connection = CURRENT.get(); // LEAK: not-closed-on-exception
        if (connection != null) {
            connection.commit();
            connection.close();
            CURRENT.remove();
        }
    }

    static void commitAndCloseOk() throws SQLException {
        Connection connection = CURRENT.get();
        if (connection == null) {
            return;
        }
        try {
            connection.commit();
        } finally {
            try {
                connection.close();
            } finally {
                CURRENT.remove();
            }
        }
    }
}
