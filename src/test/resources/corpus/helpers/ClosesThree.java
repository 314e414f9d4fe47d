package corpus.helpers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** One release method for rows, statement and connection, some of them null. */
final class ClosesThree {
    private static void release(ResultSet rows, Statement statement, Connection connection) {
        try {
            if (rows != null) rows.close();
        } catch (SQLException e) {
            System.err.println(e);
        }
        try {
            if (statement != null) statement.close();
        } catch (SQLException e) {
            System.err.println(e);
        }
        try {
            if (connection != null) connection.close();
        } catch (SQLException e) {
            System.err.println(e);
        }
    }

    int allThreeOk(DataSource pool) throws SQLException {
        Connection connection = null;
        Statement statement = null;
        ResultSet rows = null;
        try {
            connection = pool.getConnection();
            statement = connection.createStatement();
            rows = statement.executeQuery("SELECT 1");
            return rows.next() ? 1 : 0;
        } finally {
            release(rows, statement, connection);
        }
    }

    int noRowsOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            return statement.executeUpdate("DELETE FROM basket");
        } finally {
            release(null, statement, null);
        }
    }

    int connectionLeftOutBad(DataSource pool) throws SQLException {
        Connection connection = null;
        Statement statement = null;
        try {
            connection = pool.getConnection(); // LEAK: never-closed
            statement = connection.createStatement();
            return statement.executeUpdate("DELETE FROM basket");
        } finally {
            release(null, statement, null);
        }
    }
}
