package corpus.overwritten;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Rows of different statements do not close each other. */
final class RowsOfTwoStatements {
    int firstLostBad(Statement one, Statement two) throws SQLException {
        ResultSet rows = one.executeQuery("SELECT COUNT(*) FROM basket"); // LEAK: overwritten
        rows = two.executeQuery("SELECT COUNT(*) FROM orders");
        try {
            return rows.next() ? rows.getInt(1) : 0;
        } finally {
            rows.close();
        }
    }

    int statementsClosedOk(Connection connection) throws SQLException {
        try (Statement one = connection.createStatement();
                Statement two = connection.createStatement()) {
            ResultSet rows = one.executeQuery("SELECT COUNT(*) FROM basket");
            rows = two.executeQuery("SELECT COUNT(*) FROM orders");
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
