package corpus.summaries;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Helpers that look whether there is anything to close. */
final class ClosesIfNotNull {
    private static void closeGuarded(Statement statement) throws SQLException {
        if (statement != null) {
            statement.close();
        }
    }

    private static void closeInverted(Statement statement) throws SQLException {
        if (statement == null) {
            return;
        }
        statement.close();
    }

    private static void closeIfClosed(Statement statement) throws SQLException {
        if (statement != null && statement.isClosed()) {
            statement.close();
        }
    }

    private static void closeUnlessClosed(Statement statement) throws SQLException {
        if (statement != null && !statement.isClosed()) {
            statement.close();
        }
    }

    void guardedOk(Connection connection) throws SQLException {
        Statement statement = null;
        try {
            statement = connection.createStatement();
            statement.execute("VACUUM");
        } finally {
            closeGuarded(statement);
        }
    }

    void invertedOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            statement.execute("VACUUM");
        } finally {
            closeInverted(statement);
        }
    }

    void unlessClosedOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            statement.execute("VACUUM");
        } finally {
            closeUnlessClosed(statement);
        }
    }

    void mistakenBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: never-closed
        try {
            statement.execute("VACUUM");
        } finally {
            closeIfClosed(statement);
        }
    }
}
