package corpus.finallyblock;

import java.sql.Connection;
import java.sql.ResultSet;
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

    int closedByAnotherObjectOk(Connection given, Store store, String sql) throws SQLException {
        Statement statement = null;
        ResultSet rows = null;
        try {
            statement = given.createStatement();
            rows = statement.executeQuery(sql);
            return rows.next() ? rows.getInt(1) : 0;
        } finally {
            store.closeSafe(rows);
            store.closeSafe(statement);
        }
    }

    int connectionOfAnotherObjectOk(DataSource pool, Store store, String sql) throws SQLException {
        Connection connection = null;
        Statement statement = null;
        try {
            connection = pool.getConnection();
            statement = connection.createStatement();
            return statement.executeUpdate(sql);
        } finally {
            store.closeQuietly(statement);
            store.closeQuietly(connection);
        }
    }

    int otherWorkBetweenBad(Connection given, Store store, String sql) throws SQLException {
        Statement statement = null;
        try {
            statement = given.createStatement(); // LEAK: not-closed-on-exception possible
            return statement.executeUpdate(sql);
        } finally {
            store.report(sql);
            store.closeSafe(statement);
        }
    }
}
