package corpus.loops;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Labelled ways out of several loops at once. */
final class Labels {
    void outerContinueBad(Connection connection, List<List<String>> groups) throws SQLException {
        outer:
        for (List<String> group : groups) {
            Statement statement = connection.createStatement(); // LEAK: not-closed-on-path
            for (String table : group) {
                if (table.isEmpty()) {
                    continue outer;
                }
            }
            statement.close();
        }
    }

    void innerBreakOk(Connection connection, List<List<String>> groups) throws SQLException {
        for (List<String> group : groups) {
            Statement statement = connection.createStatement();
            inner:
            for (String table : group) {
                for (int i = 0; i < table.length(); i++) {
                    if (table.charAt(i) == '_') {
                        break inner;
                    }
                }
            }
            statement.close();
        }
    }

    int outerBreakThroughFinallyOk(Connection connection, List<List<String>> groups) throws SQLException {
        int rows = 0;
        outer:
        for (List<String> group : groups) {
            Statement statement = connection.createStatement();
            try {
                for (String table : group) {
                    rows += statement.executeUpdate("DELETE FROM " + table);
                    if (rows > 100) {
                        break outer;
                    }
                }
            } finally {
                statement.close();
            }
        }
        return rows;
    }

    void labelledBlockBad(Connection connection, boolean skip) throws SQLException {
        work:
        {
            Statement statement = connection.createStatement(); // LEAK: not-closed-on-path
            if (skip) {
                break work;
            }
            statement.close();
        }
    }
}
