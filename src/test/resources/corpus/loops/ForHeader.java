package corpus.loops;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Acquisitions and releases in the head of a for loop. */
final class ForHeader {
    int closedAfterOk(Connection connection) throws SQLException {
        int rows = 0;
        Statement statement = connection.createStatement();
        try {
            for (ResultSet keys = statement.executeQuery("SELECT 1"); keys.next(); ) {
                rows++;
            }
        } finally {
            statement.close();
        }
        return rows;
    }

    int rowsOfTheCallersStatementBad(Statement statement) throws SQLException {
        int rows = 0;
        for (ResultSet keys = statement.executeQuery("SELECT 1"); keys.next(); ) { // LEAK: never-closed
            rows++;
        }
        return rows;
    }

    void preparedOnceOk(Connection connection, int turns) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO basket VALUES (?)")) {
            for (int i = 0; i < turns; i++) {
                statement.setInt(1, i);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
