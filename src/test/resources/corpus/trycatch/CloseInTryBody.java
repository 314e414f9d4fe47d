package corpus.trycatch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Closed as the last thing in try: the catch does not make up for it. */
final class CloseInTryBody {
    void swallowedBad(Connection connection) {
        try {
            Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception
            statement.executeUpdate("DELETE FROM basket");
            statement.close();
        } catch (SQLException e) {
            System.err.println(e.getMessage());
        }
    }

    boolean swallowedThenReturnsBad(DataSource pool) {
        Connection connection = null;
        try {
            connection = pool.getConnection(); // LEAK: not-closed-on-exception
            connection.commit();
            connection.close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    boolean closedInBothOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            statement.executeUpdate("DELETE FROM basket");
            statement.close();
            return true;
        } catch (SQLException e) {
            statement.close();
            return false;
        }
    }
}
