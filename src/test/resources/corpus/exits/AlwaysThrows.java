package corpus.exits;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Helpers that never come back. */
final class AlwaysThrows {
    private static IllegalStateException fail(String reason) {
        throw new IllegalStateException(reason);
    }

    private static void require(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalStateException(reason);
        }
    }

    int thrownInsideTryOk(Connection connection, int mode) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            if (mode > 2) {
                throw fail("mode " + mode);
            }
            require(mode >= 0, "mode " + mode);
            return mode;
        } finally {
            statement.close();
        }
    }

    int failsWhileOpenBad(Connection connection, int mode) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception
        if (mode > 2) {
            fail("mode " + mode);
        }
        statement.close();
        return mode;
    }

    int assertedOk(Connection connection, int mode) throws SQLException {
        Statement statement = connection.createStatement();
        assert mode > 0 : "mode " + mode;
        statement.close();
        return mode;
    }
}
