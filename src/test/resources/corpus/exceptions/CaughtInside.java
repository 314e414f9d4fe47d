package corpus.exceptions;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What is caught before it can leave does no harm. */
final class CaughtInside {
    void harmlessOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            statement.setQueryTimeout(1);
        } catch (SQLException e) {
            System.err.println("no timeout: " + e);
        }
        statement.close();
    }

    void handlerThrowsBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception
        try {
            statement.setQueryTimeout(1);
        } catch (SQLException e) {
            connection.rollback();
        }
        statement.close();
    }

    void handlerGuardedOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            statement.setQueryTimeout(1);
        } catch (SQLException e) {
            try {
                connection.rollback();
            } catch (SQLException again) {
                e.addSuppressed(again);
            }
        } finally {
            statement.close();
        }
    }
}
