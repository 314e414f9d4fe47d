package corpus.trycatch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;

/** One handler for several exceptions. */
final class MultiCatch {
    void eachKindClosedOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            statement.executeUpdate("DELETE FROM basket");
        } catch (SQLTimeoutException | IllegalArgumentException e) {
            System.err.println("slow: " + e);
        } finally {
            statement.close();
        }
    }

    void oneHandlerForgetsBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception
        try {
            statement.executeUpdate("DELETE FROM basket");
            statement.close();
        } catch (SQLTimeoutException e) {
            System.err.println("slow: " + e);
        } catch (SQLException e) {
            statement.close();
        }
    }
}
