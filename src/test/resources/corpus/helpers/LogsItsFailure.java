package corpus.helpers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A closer that tells of its failures does not fail because the book-keeping behind them might. */
final class LogsItsFailure {
    static final class Journal {
        private static final List<String> LINES = new ArrayList<>();

        static Journal current() {
            if (LINES.size() > 10_000) {
                throw new IllegalStateException("journal is full");
            }
            return new Journal();
        }

        static void note(String line) {
            current().write(line);
        }

        void write(String line) {
            LINES.add(line);
        }
    }

    private static void closeAll(ResultSet rows, Statement statement) {
        try {
            if (rows != null) {
                rows.close();
            }
        } catch (SQLException e) {
            Journal.note(e.getMessage());
        }
        try {
            if (statement != null) {
                statement.close();
            }
        } catch (SQLException e) {
            Journal.note(e.getMessage());
        }
    }

    int closedWithBothOk(Connection connection) throws SQLException {
        Statement statement = null;
        ResultSet rows = null;
        try {
            statement = connection.createStatement();
            rows = statement.executeQuery("SELECT 1 FROM basket");
            return rows.next() ? 1 : 0;
        } finally {
            closeAll(rows, statement);
        }
    }

    Statement thrownByTheHelperItselfBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception possible
        Journal.current();
        return statement;
    }
}
