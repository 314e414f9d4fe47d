package corpus.trycatch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A throw of one's own is an exception like any other. */
final class ExplicitThrow {
    int thrownWhileOpenBad(Connection connection, int id) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception
        if (id < 0) {
            throw new IllegalArgumentException("id " + id);
        }
        statement.close();
        return id;
    }

    int thrownBeforeOk(Connection connection, int id) throws SQLException {
        if (id < 0) {
            throw new IllegalArgumentException("id " + id);
        }
        Statement statement = connection.createStatement();
        statement.close();
        return id;
    }

    int thrownInsideTryOk(Connection connection, int id) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            if (id < 0) {
                throw new IllegalArgumentException("id " + id);
            }
            return id;
        } finally {
            statement.close();
        }
    }

    int caughtInTheSameMethodOk(Connection connection, int id) throws SQLException {
        Statement statement = connection.createStatement();
        int result = id;
        try {
            if (id < 0) {
                throw new IllegalArgumentException("id " + id);
            }
        } catch (IllegalArgumentException e) {
            result = 0;
        }
        statement.close();
        return result;
    }
}
