package corpus.summaries;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A field that is opened, used and closed by one method, which does not get to closing it when something fails. */
final class ClosesAFieldTooLate {
    private final DataSource pool;
    private Connection connection;

    ClosesAFieldTooLate(DataSource pool) {
        this.pool = pool;
    }

    void runBad() throws SQLException {
        connection = pool.getConnection(); // LEAK: not-closed-on-exception
        try (Statement statement = connection.createStatement()) {
            statement.execute("VACUUM");
        }
        connection.close();
    }

    /** The owner closes it again whatever happened. */
    static final class ClosedByItsOwnerToo implements AutoCloseable {
        private final DataSource pool;
        private Connection connection;

        ClosedByItsOwnerToo(DataSource pool) {
            this.pool = pool;
        }

        void runOk() throws SQLException {
            connection = pool.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("VACUUM");
            }
            connection.close();
        }

        @Override
        public void close() throws SQLException {
            if (!connection.isClosed()) {
                connection.close();
            }
        }
    }
}
