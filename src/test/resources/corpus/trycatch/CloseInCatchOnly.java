package corpus.trycatch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Closed when something goes wrong, and forgotten when all goes well. */
final class CloseInCatchOnly {
    void onlyInCatchBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-path
        try {
            statement.executeUpdate("DELETE FROM basket");
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    Statement handedOnOrClosedOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            statement.setQueryTimeout(5);
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
        return statement;
    }

    Statement catchOfAnotherKindBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception
        try {
            statement.setQueryTimeout(5);
        } catch (IllegalStateException e) {
            statement.close();
            throw e;
        }
        return statement;
    }
}
