package corpus.exits;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Several returns. */
final class EarlyReturns {
    int guardFirstOk(Connection connection, String table) throws SQLException {
        if (table == null || table.isEmpty()) {
            return 0;
        }
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("DELETE FROM " + table);
        }
    }

    int guardAfterBad(Connection connection, String table) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-path
        if (table.isEmpty()) {
            return 0;
        }
        try {
            return statement.executeUpdate("DELETE FROM " + table);
        } finally {
            statement.close();
        }
    }

    int eachReturnClosesOk(Connection connection, String table) throws SQLException {
        Statement statement = connection.createStatement();
        if (table.isEmpty()) {
            statement.close();
            return 0;
        }
        if (table.isBlank()) {
            statement.close();
            return 1;
        }
        statement.close();
        return 2;
    }
}
