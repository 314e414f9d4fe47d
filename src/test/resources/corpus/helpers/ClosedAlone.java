package corpus.helpers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A helper that closes several things one after the other can fail at one and miss the next; given one alone it misses none. */
final class ClosedAlone {
    void aloneOk(Connection connection) throws SQLException, StoreException {
        PreparedStatement statement = null;
        try {
            statement = connection.prepareStatement("DELETE FROM shop");
            statement.executeUpdate();
        } finally {
            Closer.close(null, statement, null);
        }
    }

    void aloneThroughAnotherOk(Connection connection) throws SQLException, StoreException {
        Statement statement = null;
        try {
            statement = connection.createStatement();
            statement.execute("DELETE FROM shop");
        } finally {
            Closer.end(null, statement);
        }
    }

    void aloneBehindWhatMayFailBad(Connection connection) throws SQLException, StoreException {
        Statement statement = null;
        try {
            statement = connection.createStatement(); // LEAK: not-closed-on-exception
            statement.execute("DELETE FROM shop");
        } finally {
            Closer.endChecked(null, statement);
        }
    }

    static final class Closer {
        static void close(ResultSet rows, Statement statement, Connection connection) throws StoreException {
            try {
                if (rows != null) {
                    rows.close();
                }
                if (statement != null) {
                    statement.close();
                }
            } catch (SQLException e) {
                throw new StoreException(e);
            } finally {
                Pool.free(connection);
            }
        }

        static void end(ResultSet rows, Statement statement) throws StoreException {
            close(rows, statement, null);
        }

        static void endChecked(ResultSet rows, Statement statement) throws SQLException, StoreException {
            Pool.check(statement);
            close(rows, statement, null);
        }
    }

    static final class Pool {
        static void check(Statement statement) throws SQLException {
            if (statement.getWarnings() != null) {
                throw new SQLException("warned");
            }
        }

        static void free(Connection connection) {
            if (connection != null) {
                try {
                    connection.close();
                } catch (SQLException e) {
                    System.out.println(e.getSQLState());
                }
            }
        }
    }

    static final class StoreException extends Exception {
        private static final long serialVersionUID = 1;

        StoreException(Exception cause) {
            super(cause);
        }
    }
}
