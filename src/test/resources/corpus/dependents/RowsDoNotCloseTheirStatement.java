package corpus.dependents;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Closing goes downwards only: rows close neither statement nor connection. */
final class RowsDoNotCloseTheirStatement {
    int rowsOnlyBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: never-closed
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM basket");
        try {
            return rows.next() ? rows.getInt(1) : 0;
        } finally {
            rows.close();
        }
    }

    int statementOfTheRowsOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM basket")) {
            return rows.next() ? rows.getInt(1) : 0;
        } finally {
            statement.close();
        }
    }
}
