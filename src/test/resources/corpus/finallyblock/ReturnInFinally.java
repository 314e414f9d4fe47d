package corpus.finallyblock;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A return inside finally swallows the exception, not the resource. */
final class ReturnInFinally {
    @SuppressWarnings("finally")
    int closedThenReturnedOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        int rows = 0;
        try {
            rows = statement.executeUpdate("DELETE FROM basket");
        } finally {
            statement.close();
            return rows;
        }
    }

    @SuppressWarnings("finally")
    int returnedBeforeCloseBad(Connection connection, boolean quick) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-path
        int rows = 0;
        try {
            rows = statement.executeUpdate("DELETE FROM basket");
        } finally {
            if (quick) {
                return rows;
            }
            statement.close();
        }
        return rows;
    }
}
