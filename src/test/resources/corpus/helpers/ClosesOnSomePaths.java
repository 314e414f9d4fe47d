package corpus.helpers;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A helper that closes only sometimes does not release for sure. */
final class ClosesOnSomePaths {
    private static void closeIf(Statement statement, boolean wanted) throws SQLException {
        if (wanted) {
            statement.close();
        }
    }

    private static void closeAfterWork(Statement statement) throws SQLException {
        statement.executeUpdate("DELETE FROM basket");
        statement.close();
    }

    void maybeClosedBad(Connection connection, boolean wanted) throws SQLException {
        Statement statement = connection.createStatement(); // FN: not-closed-on-path // FP: not-closed-on-exception
        closeIf(statement, wanted);
    }

    void closedUnlessItThrowsBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception
        closeAfterWork(statement);
    }

    void closedAgainOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            closeAfterWork(statement);
        } finally {
            statement.close();
        }
    }
}
