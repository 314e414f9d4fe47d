package corpus.exceptions;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The same work until it succeeds. */
final class Retry {
    int retriedOk(DataSource pool) throws SQLException {
        SQLException last = null;
        for (int tries = 0; tries < 3; tries++) {
            try (Connection connection = pool.getConnection()) {
                return connection.getHoldability();
            } catch (SQLException e) {
                last = e;
            }
        }
        throw new SQLException("gave up", last);
    }

    int retriedBad(DataSource pool) throws SQLException {
        Connection connection = null;
        for (int tries = 0; tries < 3; tries++) {
            try {
                connection = pool.getConnection(); // LEAK: overwritten
                connection.commit();
                break;
            } catch (SQLException e) {
                System.err.println("again: " + e);
            }
        }
        if (connection == null) {
            return 0;
        }
        try {
            return connection.getHoldability();
        } finally {
            connection.close();
        }
    }
}
