package corpus.trycatch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A catch that throws again leaves as open as no catch at all. */
final class CatchRethrows {
    void rethrownBad(Connection connection) {
        try {
            Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception
            statement.executeUpdate("DELETE FROM basket");
            statement.close();
        } catch (SQLException e) {
            throw new IllegalStateException("basket not emptied", e);
        }
    }

    void rethrownOutsideOfFinallyOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            statement.executeUpdate("DELETE FROM basket");
        } catch (SQLException e) {
            throw new IllegalStateException("basket not emptied", e);
        } finally {
            statement.close();
        }
    }

    void closedThenRethrownOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            statement.executeUpdate("DELETE FROM basket");
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
        statement.close();
    }
}
