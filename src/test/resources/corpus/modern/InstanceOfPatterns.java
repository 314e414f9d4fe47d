package corpus.modern;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Patterns in conditions. */
final class InstanceOfPatterns {
    int boundOk(Object source) throws SQLException {
        if (source instanceof DataSource pool) {
            try (Connection connection = pool.getConnection()) {
                return connection.getHoldability();
            }
        }
        return 0;
    }

    int boundBad(Object source) throws SQLException {
        if (!(source instanceof DataSource pool)) {
            return 0;
        }
        Connection connection = pool.getConnection(); // LEAK: never-closed
        return connection.getHoldability();
    }

    void closesWhatItIsOk(DataSource pool) throws SQLException {
        Object held = pool.getConnection();
        if (held instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                System.err.println(e);
            }
        }
    }

    int andBad(Object source, boolean wanted) throws SQLException {
        if (wanted && source instanceof Connection connection && !connection.isClosed()) {
            Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception
            int changed = statement.executeUpdate("DELETE FROM visits");
            statement.close();
            return changed;
        }
        return 0;
    }
}
