package corpus.loops;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Ways out of a turn. */
final class ContinueAndBreak {
    void continueSkipsBad(Connection connection, List<String> tables) throws SQLException {
        for (String table : tables) {
            Statement statement = connection.createStatement(); // LEAK: not-closed-on-path
            if (table.isEmpty()) {
                continue;
            }
            statement.close();
        }
    }

    void breakSkipsBad(Connection connection, List<String> tables) throws SQLException {
        for (String table : tables) {
            Statement statement = connection.createStatement(); // LEAK: not-closed-on-path
            if (table.isEmpty()) {
                break;
            }
            statement.close();
        }
    }

    void breakThroughFinallyOk(Connection connection, List<String> tables) throws SQLException {
        for (String table : tables) {
            Statement statement = connection.createStatement();
            try {
                if (table.isEmpty()) {
                    break;
                }
                if (table.isBlank()) {
                    continue;
                }
                statement.executeUpdate("DELETE FROM " + table);
            } finally {
                statement.close();
            }
        }
    }

    int returnThroughFinallyOk(Connection connection, List<String> tables) throws SQLException {
        for (String table : tables) {
            Statement statement = connection.createStatement();
            try {
                int rows = statement.executeUpdate("DELETE FROM " + table);
                if (rows > 0) {
                    return rows;
                }
            } finally {
                statement.close();
            }
        }
        return 0;
    }
}
