package corpus.finallyblock;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The statement that a failing close of its rows skips goes with the caller's connection, if the caller closes that. */
final class CloseSequenceOfTheCallersConnection {
    int rowsFirstBad(Connection connection) throws SQLException {
        Statement statement = null;
        ResultSet rows = null;
        try {
            statement = connection.createStatement(); // FN: not-closed-on-exception possible
            rows = statement.executeQuery("SELECT 1 FROM basket");
            return rows.next() ? 1 : 0;
        } finally {
            if (rows != null) {
                rows.close();
            }
            if (statement != null) {
                statement.close();
            }
        }
    }

    int statementAloneOk(Connection connection) throws SQLException {
        Statement statement = null;
        try {
            statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("SELECT 1 FROM basket");
            return rows.next() ? 1 : 0;
        } finally {
            if (statement != null) {
                statement.close();
            }
        }
    }
}
