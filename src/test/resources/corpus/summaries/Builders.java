package corpus.summaries;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A builder that returns itself and opens at the end. */
final class Builders {
    static final class Opening {
        private final DataSource pool;
        private boolean readOnly;
        private int isolation = Connection.TRANSACTION_READ_COMMITTED;

        Opening(DataSource pool) {
            this.pool = pool;
        }

        Opening readOnly() {
            readOnly = true;
            return this;
        }

        Opening isolation(int level) {
            isolation = level;
            return this;
        }

        Connection open() throws SQLException {
            Connection connection = pool.getConnection();
            try {
                connection.setReadOnly(readOnly);
                connection.setTransactionIsolation(isolation);
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }
    }

    void closedOk(DataSource pool) throws SQLException {
        try (Connection connection = new Opening(pool).readOnly().isolation(8).open();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM");
        }
    }

    void forgottenBad(DataSource pool) throws SQLException {
        Connection connection = new Opening(pool).readOnly().open(); // LEAK: never-closed
        connection.commit();
    }
}
