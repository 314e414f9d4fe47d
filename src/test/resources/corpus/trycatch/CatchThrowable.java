package corpus.trycatch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A handler for everything. */
final class CatchThrowable {
    void everythingClosedOk(Connection connection) throws Exception {
        Statement statement = connection.createStatement();
        try {
            statement.executeUpdate("DELETE FROM basket");
        } catch (Throwable t) {
            statement.close();
            throw t;
        }
        statement.close();
    }

    void everythingSwallowedBad(Connection connection) {
        try {
            Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception
            statement.executeUpdate("DELETE FROM basket");
            statement.close();
        } catch (Throwable t) {
            System.err.println(t);
        }
    }

    void broadCatchInsideOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            statement.executeUpdate("DELETE FROM basket");
        } catch (Exception e) {
            System.err.println(e);
        }
        statement.close();
    }
}
