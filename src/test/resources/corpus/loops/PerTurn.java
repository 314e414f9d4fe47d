package corpus.loops;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Acquired in each turn. */
final class PerTurn {
    void closedInEachTurnOk(Connection connection, List<String> tables) throws SQLException {
        for (String table : tables) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("DELETE FROM " + table);
            }
        }
    }

    void neverClosedBad(Connection connection, List<String> tables) throws SQLException {
        for (String table : tables) {
            Statement statement = connection.createStatement(); // LEAK: never-closed
            statement.executeUpdate("DELETE FROM " + table);
        }
    }

    void closedOnceAfterTheLoopBad(Connection connection, List<String> tables) throws SQLException {
        Statement statement = null;
        try {
            for (String table : tables) {
                statement = connection.createStatement(); // LEAK: overwritten
                statement.executeUpdate("DELETE FROM " + table);
            }
        } finally {
            if (statement != null) {
                statement.close();
            }
        }
    }

    void closedAtTheEndOfTheTurnBad(Connection connection, List<String> tables) throws SQLException {
        for (String table : tables) {
            Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception
            statement.executeUpdate("DELETE FROM " + table);
            statement.close();
        }
    }
}
