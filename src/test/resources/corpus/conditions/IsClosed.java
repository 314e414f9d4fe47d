package corpus.conditions;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Closing unless it is closed already. */
final class IsClosed {
    void unlessClosedOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            statement.executeUpdate("DELETE FROM basket");
        } finally {
            if (!statement.isClosed()) {
                statement.close();
            }
        }
    }

    void nullAndClosedCheckedOk(DataSource pool) throws SQLException {
        Connection connection = null;
        try {
            connection = pool.getConnection();
            connection.commit();
        } finally {
            if (connection != null && !connection.isClosed()) {
                connection.close();
            }
        }
    }

    void onlyIfClosedBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: never-closed
        if (statement.isClosed()) {
            statement.close();
        }
    }
}
