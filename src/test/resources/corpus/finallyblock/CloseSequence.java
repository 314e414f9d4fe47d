package corpus.finallyblock;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Closes in a row: the first that throws skips the rest. */
final class CloseSequence {
    void connectionSkippedBad(DataSource pool) throws SQLException {
        Connection connection = null;
        Statement statement = null;
        try {
            connection = pool.getConnection(); // LEAK: not-closed-on-exception possible
            statement = connection.createStatement();
            statement.executeUpdate("DELETE FROM basket");
        } finally {
            if (statement != null) {
                statement.close();
            }
            if (connection != null) {
                connection.close();
            }
        }
    }

    void connectionFirstOk(DataSource pool) throws SQLException {
        Connection connection = null;
        Statement statement = null;
        try {
            connection = pool.getConnection();
            statement = connection.createStatement();
            statement.executeUpdate("DELETE FROM basket");
        } finally {
            if (connection != null) {
                connection.close();
            }
            if (statement != null) {
                statement.close();
            }
        }
    }

    void eachGuardedOk(DataSource pool) throws SQLException {
        Connection connection = null;
        Statement statement = null;
        try {
            connection = pool.getConnection();
            statement = connection.createStatement();
            statement.executeUpdate("DELETE FROM basket");
        } finally {
            if (statement != null) {
                try {
                    statement.close();
                } catch (SQLException e) {
                    System.err.println("statement: " + e);
                }
            }
            if (connection != null) {
                try {
                    connection.close();
                } catch (SQLException e) {
                    System.err.println("connection: " + e);
                }
            }
        }
    }

    void sharedGuardBad(DataSource pool) throws SQLException {
        Connection connection = null;
        Statement statement = null;
        try {
            connection = pool.getConnection(); // LEAK: not-closed-on-exception possible
            statement = connection.createStatement();
            statement.executeUpdate("DELETE FROM basket");
        } finally {
            try {
                if (statement != null) {
                    statement.close();
                }
                if (connection != null) {
                    connection.close();
                }
            } catch (SQLException e) {
                System.err.println(e);
            }
        }
    }
}
