package corpus.helpers;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Closers of the same file. */
final class ClosesItsParameter {
    private static void close(Statement statement) throws SQLException {
        if (statement != null) {
            statement.close();
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        if (closeable == null) {
            return;
        }
        try {
            closeable.close();
        } catch (Exception e) {
            System.err.println(e);
        }
    }

    private static void report(Statement statement) {
        System.out.println(statement);
    }

    void helperInFinallyOk(Connection connection) throws SQLException {
        Statement statement = null;
        try {
            statement = connection.createStatement();
            statement.executeUpdate("DELETE FROM basket");
        } finally {
            close(statement);
        }
    }

    void quietHelperOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            statement.executeUpdate("DELETE FROM basket");
        } finally {
            closeQuietly(statement);
        }
    }

    void otherHelperBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: never-closed
        try {
            statement.executeUpdate("DELETE FROM basket");
        } finally {
            report(statement);
        }
    }

    void helperAtTheEndBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception
        statement.executeUpdate("DELETE FROM basket");
        closeQuietly(statement);
    }
}
