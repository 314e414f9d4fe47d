package corpus.dependents;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A statement told so closes itself with its rows. */
final class CloseOnCompletion {
    ResultSet handedOutOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            statement.closeOnCompletion();
            return statement.executeQuery("SELECT 1 FROM basket");
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    int neverCompletedBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // FN: never-closed
        statement.closeOnCompletion();
        return statement.executeUpdate("DELETE FROM basket");
    }
}
