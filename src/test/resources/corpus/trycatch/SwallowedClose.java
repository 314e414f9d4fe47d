package corpus.trycatch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A close that throws counts as a release; where its exception goes does not matter. */
final class SwallowedClose {
    int closeInItsOwnTryOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            return statement.executeUpdate("DELETE FROM basket");
        } finally {
            try {
                statement.close();
            } catch (SQLException ignored) {
                System.err.println("close failed");
            }
        }
    }

    int nullCheckInItsOwnTryOk(Connection connection) {
        Statement statement = null;
        try {
            statement = connection.createStatement();
            return statement.executeUpdate("DELETE FROM basket");
        } catch (SQLException e) {
            return -1;
        } finally {
            try {
                if (statement != null) {
                    statement.close();
                }
            } catch (SQLException e) {
                System.err.println("close failed");
            }
        }
    }

    void catchesItsOwnNullPointerOk(Connection connection) {
        Statement statement = null;
        try {
            statement = connection.createStatement();
            statement.executeUpdate("DELETE FROM basket");
        } catch (SQLException e) {
            System.err.println(e.getMessage());
        } finally {
            try {
                statement.close();
            } catch (Exception e) {
                System.err.println("close failed");
            }
        }
    }
}
