package corpus.summaries;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whether the caller has to close what a method returns depends on where it got it. */
final class OwnedOrBorrowed {
    private final DataSource pool;
    private final Connection session;

    OwnedOrBorrowed(DataSource pool, Connection session) {
        this.pool = pool;
        this.session = session;
    }

    private Connection owned() throws SQLException {
        Connection fresh = pool.getConnection();
        return fresh;
    }

    private Connection borrowed() {
        return session;
    }

    private static Connection same(Connection given) {
        return given;
    }

    private Connection either(boolean own) throws SQLException {
        return own ? pool.getConnection() : session;
    }

    int ownedBad() throws SQLException {
        return owned().getHoldability(); // LEAK: temporary-never-closed
    }

    int borrowedOk() throws SQLException {
        return borrowed().getHoldability() + same(session).getHoldability();
    }

    int sameBad() throws SQLException {
        Connection connection = same(pool.getConnection()); // LEAK: never-closed
        return connection.getHoldability();
    }

    int eitherClosedOk() throws SQLException {
        Connection connection = either(true);
        try {
            return connection.getHoldability();
        } finally {
            connection.close();
        }
    }

    int eitherBad(boolean own) throws SQLException {
        Connection connection = either(own); // LEAK: never-closed
        return connection.getHoldability();
    }
}
