package corpus.loops;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Statements that a loop opens are closed with their connection, but only when the loop is over: cursors run out before. */
final class PiledUp {
    void closedTooLateBad(DataSource pool, List<String> commands) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            for (String command : commands) {
                Statement statement = connection.createStatement(); // LEAK: never-closed possible
                statement.executeUpdate(command);
            }
        }
    }

    void closedInTimeOk(DataSource pool, List<String> commands) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            for (String command : commands) {
                Statement statement = connection.createStatement();
                statement.executeUpdate(command);
                statement.close();
            }
        }
    }

    void connectionPerTurnOk(DataSource pool, List<String> commands) throws SQLException {
        for (String command : commands) {
            try (Connection connection = pool.getConnection()) {
                connection.createStatement().executeUpdate(command);
            }
        }
    }
}
