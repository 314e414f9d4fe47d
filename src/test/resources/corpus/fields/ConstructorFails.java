package corpus.fields;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Acquired in a constructor that may fail later: nobody gets the object, nobody can close it. */
final class ConstructorFails {
    static final class UnguardedBad implements AutoCloseable {
        private final Connection connection;
        private final Statement statement;

        UnguardedBad(DataSource pool) throws SQLException {
            connection = pool.getConnection(); // LEAK: not-closed-on-exception
            statement = connection.createStatement();
        }

        @Override
        public void close() throws SQLException {
            try (connection) {
                statement.close();
            }
        }
    }

    static final class GuardedOk implements AutoCloseable {
        private final Connection connection;
        private final Statement statement;

        GuardedOk(DataSource pool) throws SQLException {
            connection = pool.getConnection();
            try {
                statement = connection.createStatement();
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }

        @Override
        public void close() throws SQLException {
            try (connection) {
                statement.close();
            }
        }
    }

    static final class LocalFirstOk implements AutoCloseable {
        private final Connection connection;

        LocalFirstOk(DataSource pool) throws SQLException {
            Connection opened = pool.getConnection();
            boolean ready = false;
            try {
                opened.setReadOnly(true);
                ready = true;
            } finally {
                if (!ready) {
                    opened.close();
                }
            }
            this.connection = opened;
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
