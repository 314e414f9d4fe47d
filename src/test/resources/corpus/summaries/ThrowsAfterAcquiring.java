package corpus.summaries;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Factories that fail with a resource in their hands. */
final class ThrowsAfterAcquiring {
    private final DataSource pool;

    ThrowsAfterAcquiring(DataSource pool) {
        this.pool = pool;
    }

    Connection checkedBad(int version) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        if (connection.getMetaData().getDatabaseMajorVersion() < version) {
            throw new IllegalStateException("too old");
        }
        return connection;
    }

    Connection checkedOk(int version) throws SQLException {
        Connection connection = pool.getConnection();
        boolean good = false;
        try {
            good = connection.getMetaData().getDatabaseMajorVersion() >= version;
            if (!good) {
                throw new IllegalStateException("too old");
            }
            return connection;
        } finally {
            if (!good) {
                connection.close();
            }
        }
    }

    /** Whoever gets the statement could ask it for its connection. */
    Statement statementBad() throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: never-closed possible
        return connection.createStatement();
    }

    Connection wrappedOk() {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
