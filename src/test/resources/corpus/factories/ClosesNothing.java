package corpus.factories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Rows of the house that are in memory: closing them does nothing, so leaving that out does no harm. */
final class ClosesNothing {
    int inMemoryOk(Statement statement, String name) throws SQLException {
        RowsInMemory rows = new RowsInMemory(statement);
        if (name.isEmpty()) {
            rows.close();
        }
        return name.length();
    }

    int ofADatabaseBad(Statement statement, String name) throws SQLException {
        RowsOfADatabase rows = new RowsOfADatabase(statement); // LEAK: not-closed-on-path
        if (name.isEmpty()) {
            rows.close();
        }
        return name.length();
    }

    abstract static class RowsInMemory implements ResultSet {
        private final int row;

        RowsInMemory(Statement statement) throws SQLException {
            try (ResultSet rows = statement.executeQuery("SELECT 1")) {
                this.row = rows.next() ? rows.getRow() : 0;
            }
        }

        @Override
        public void close() {
            // there is nothing to close
        }
    }

    abstract static class RowsOfADatabase implements ResultSet {
        private final ResultSet rows;

        RowsOfADatabase(Statement statement) throws SQLException {
            this.rows = statement.executeQuery("SELECT 1");
        }

        @Override
        public void close() throws SQLException {
            rows.close();
        }
    }
}
