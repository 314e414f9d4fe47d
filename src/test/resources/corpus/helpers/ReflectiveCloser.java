package corpus.helpers;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A helper in sight that is named for closing, and whose own way of closing can't be seen. */
final class ReflectiveCloser {
    private final DataSource pool;

    ReflectiveCloser(DataSource pool) {
        this.pool = pool;
    }

    private static void closeAny(Object resource) {
        if (resource == null) {
            return;
        }
        try {
            resource.getClass().getMethod("close").invoke(resource);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void describeAny(Object resource) {
        Reflections.describe(resource);
    }

    void closedByReflectionOk() throws SQLException {
        Connection connection = null;
        try {
            connection = pool.getConnection();
            connection.commit();
        } finally {
            closeAny(connection);
        }
    }

    void describedBad() throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: never-closed possible
        describeAny(connection);
    }
}
