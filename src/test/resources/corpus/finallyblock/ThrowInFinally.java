package corpus.finallyblock;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A throw inside finally skips what comes after it. */
final class ThrowInFinally {
    void thrownBeforeCloseBad(Connection connection, boolean strict) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception
        try {
            statement.executeUpdate("DELETE FROM basket");
        } finally {
            if (strict) {
                throw new IllegalStateException("strict");
            }
            statement.close();
        }
    }

    void thrownAfterCloseOk(Connection connection, boolean strict) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            statement.executeUpdate("DELETE FROM basket");
        } finally {
            statement.close();
            if (strict) {
                throw new IllegalStateException("strict");
            }
        }
    }
}
