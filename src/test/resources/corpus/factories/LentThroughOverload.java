package corpus.factories;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A getter that hands out what its object keeps, through an overload and a local variable. */
final class LentThroughOverload {
    static final class Transaction implements AutoCloseable {
        private final DataSource pool;
        private Connection connection;

        Transaction(DataSource pool) {
            this.pool = pool;
        }

        Connection connectionOk() throws SQLException {
            return connectionOk(true);
        }

        Connection connectionOk(boolean opens) throws SQLException {
            if (connection == null && opens) {
                connection = pool.getConnection();
            }
            Connection current = connection;
            return current;
        }

        @Override
        public void close() throws SQLException {
            if (connection != null) {
                connection.close();
            }
        }
    }

    int countOk(Transaction transaction, DataSource pool) throws SQLException {
        Connection connection = transaction != null ? transaction.connectionOk() : pool.getConnection();
        try {
            return connection.getHoldability();
        } finally {
            if (transaction == null) {
                connection.close();
            }
        }
    }
}
