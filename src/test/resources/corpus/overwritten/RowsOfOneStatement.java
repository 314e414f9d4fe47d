package corpus.overwritten;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A statement that is executed again closes its previous rows, so the variable loses nothing. */
final class RowsOfOneStatement {
    int twoQueriesOk(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM basket");
            int count = rows.next() ? rows.getInt(1) : 0;
            rows = statement.executeQuery("SELECT COUNT(*) FROM orders");
            return rows.next() ? count + rows.getInt(1) : count;
        }
    }

    int twoQueriesOfTheCallersStatementOk(Statement statement) throws SQLException {
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM basket");
        rows = statement.executeQuery("SELECT COUNT(*) FROM orders");
        try {
            return rows.next() ? rows.getInt(1) : 0;
        } finally {
            rows.close();
        }
    }

    int lastRowsOpenBad(Statement statement) throws SQLException {
        ResultSet rows = null;
        rows = statement.executeQuery("SELECT COUNT(*) FROM orders"); // LEAK: never-closed
        return rows.next() ? rows.getInt(1) : 0;
    }

    int rowsInALoopOk(PreparedStatement statement, List<Long> ids) throws SQLException {
        int found = 0;
        ResultSet rows = null;
        try {
            for (long id : ids) {
                statement.setLong(1, id);
                rows = statement.executeQuery();
                found += rows.next() ? 1 : 0;
            }
        } finally {
            if (rows != null) {
                rows.close();
            }
        }
        return found;
    }
}
