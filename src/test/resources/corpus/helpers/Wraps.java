package corpus.helpers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What wraps a resource and closes it with itself. */
final class Wraps {
    static final class Reader implements AutoCloseable {
        private final ResultSet rows;

        Reader(ResultSet rows) {
            this.rows = rows;
        }

        String next() throws SQLException {
            return rows.next() ? rows.getString(1) : "";
        }

        @Override
        public void close() throws SQLException {
            rows.close();
        }
    }

    String wrapperClosedOk(Statement statement) throws SQLException {
        ResultSet rows = statement.executeQuery("SELECT 1");
        try (Reader reader = new Reader(rows)) {
            return reader.next();
        }
    }

    Reader wrapperHandedOutOk(Statement statement) throws SQLException {
        return new Reader(statement.executeQuery("SELECT 1"));
    }

    String wrapperForgottenBad(Statement statement) throws SQLException {
        ResultSet rows = statement.executeQuery("SELECT 1"); // LEAK: never-closed
        Reader reader = new Reader(rows);
        return reader.next();
    }
}
