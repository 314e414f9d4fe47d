package corpus.helpers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A helper that closes a type of the house's own closes what hides in it. */
final class ClosesAHouseType {
    interface Rows {
        boolean more() throws SQLException;

        void close() throws SQLException;
    }

    interface Source {
        Rows open(Statement statement) throws SQLException;
    }

    static final class JdbcRows implements Rows {
        private final ResultSet rows;

        JdbcRows(ResultSet rows) {
            this.rows = rows;
        }

        @Override
        public boolean more() throws SQLException {
            return rows.next();
        }

        @Override
        public void close() throws SQLException {
            rows.close();
        }
    }

    static final class JdbcSource implements Source {
        @Override
        public Rows open(Statement statement) throws SQLException {
            return new JdbcRows(statement.executeQuery("SELECT 1 FROM basket"));
        }
    }

    private static int drain(Rows rows) throws SQLException {
        int count = 0;
        try {
            while (rows.more()) {
                count++;
            }
        } finally {
            rows.close();
        }
        return count;
    }

    int drainedOk(Source source, Statement statement) throws SQLException {
        Rows rows = source.open(statement);
        return drain(rows);
    }

    boolean lookedAtBad(Source source, Statement statement) throws SQLException {
        Rows rows = source.open(statement); // LEAK: never-closed
        return rows.more();
    }
}
