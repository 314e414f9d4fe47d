package corpus.finallyblock;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Leaving a loop from inside its finally. */
final class BreakInFinally {
    @SuppressWarnings("finally")
    void closedThenBreaksOk(Connection connection, int tries) throws SQLException {
        for (int i = 0; i < tries; i++) {
            Statement statement = connection.createStatement();
            try {
                statement.executeUpdate("DELETE FROM basket");
            } finally {
                statement.close();
                break;
            }
        }
    }

    @SuppressWarnings("finally")
    void continuesBeforeCloseBad(Connection connection, int tries) throws SQLException {
        for (int i = 0; i < tries; i++) {
            Statement statement = connection.createStatement(); // LEAK: not-closed-on-path
            try {
                statement.executeUpdate("DELETE FROM basket");
            } finally {
                if (i == 1) {
                    continue;
                }
                statement.close();
            }
        }
    }
}
