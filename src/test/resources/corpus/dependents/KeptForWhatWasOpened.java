package corpus.dependents;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A connection that is closed when something fails, and else stays open for what was opened from it. */
final class KeptForWhatWasOpened implements AutoCloseable {
    private Statement statement;

    void openOk(DataSource pool) throws SQLException {
        Connection connection = null;
        try {
            connection = pool.getConnection();
            statement = connection.createStatement();
        } catch (SQLException e) {
            if (connection != null) {
                connection.close();
            }
            throw e;
        }
    }

    void openBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: never-closed
        statement = connection.createStatement();
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = statement.getConnection()) {
            statement.close();
        }
    }
}
