package corpus.helpers;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A closer that calls a closer, and two that call each other. */
final class ThroughSeveral {
    private void shut(Connection connection) {
        shutQuietly(connection, 1);
    }

    private void shutQuietly(Connection connection, int tries) {
        try {
            connection.close();
        } catch (SQLException e) {
            if (tries > 0) {
                shutQuietly(connection, tries - 1);
            }
        }
    }

    int closedOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        try {
            return connection.getHoldability();
        } finally {
            this.shut(connection);
        }
    }

    private void ping(Connection connection, int left) {
        if (left > 0) {
            pong(connection, left - 1);
        }
    }

    private void pong(Connection connection, int left) {
        ping(connection, left);
    }

    int passedRoundBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: never-closed
        ping(connection, 3);
        return 0;
    }
}
