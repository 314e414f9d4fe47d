package corpus.dependents;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The house's own statement type keeps the promise of the one that it extends. */
final class OwnDriver {
    interface CountedRows extends ResultSet {}

    interface CountedStatement extends PreparedStatement {
        @Override
        CountedRows executeQuery() throws SQLException;
    }

    interface CountedConnection extends Connection {
        @Override
        CountedStatement prepareStatement(String sql) throws SQLException;
    }

    abstract static class CountedStatementImpl implements CountedStatement {
        private final PreparedStatement delegate;

        CountedStatementImpl(PreparedStatement delegate) {
            this.delegate = delegate;
        }

        abstract CountedRows counted(ResultSet rows);

        @Override
        public CountedRows executeQuery() throws SQLException {
            ResultSet rows = delegate.executeQuery();
            return counted(rows);
        }
    }

    int rowsGoWithTheirStatementOk(CountedConnection connection) throws SQLException {
        try (CountedStatement statement = connection.prepareStatement("SELECT 1")) {
            CountedRows rows = statement.executeQuery();
            return rows.next() ? 1 : 0;
        }
    }

    int rowsOfTheCallersStatementBad(CountedStatement statement) throws SQLException {
        CountedRows rows = statement.executeQuery(); // LEAK: never-closed
        return rows.next() ? 1 : 0;
    }
}
