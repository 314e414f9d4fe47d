package corpus.temporaries;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The value of the acquisition is thrown away. */
final class Discarded {
    void touchBad(DataSource pool) throws SQLException {
        pool.getConnection(); // LEAK: temporary-never-closed
    }

    boolean reachableBad(DataSource pool) {
        try {
            return pool.getConnection() != null; // LEAK: temporary-never-closed
        } catch (SQLException e) {
            return false;
        }
    }

    void rowsDiscardedBad(PreparedStatement statement) throws SQLException {
        statement.executeQuery(); // LEAK: temporary-never-closed
    }

    void rowsOfOwnStatementDiscardedOk(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT 1");
        }
    }
}
