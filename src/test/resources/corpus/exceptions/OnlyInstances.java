package corpus.exceptions;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What makes the only object of a class when it is asked for the first time fails then, and not where a resource is closed. */
final class OnlyInstances {
    void closedByTheOnlyOneOk() throws SQLException {
        Connection connection = Registry.get().open();
        try {
            Registry.get().note(connection);
        } finally {
            Registry.get().close(connection);
        }
    }

    void madeEachTimeBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        Registry registry = Registry.fresh(pool);
        registry.close(connection);
    }

    static final class Registry {
        private static Registry instance;

        private final DataSource pool;

        private Registry(DataSource pool) throws SQLException {
            this.pool = pool;
            if (pool == null) {
                throw new SQLException("no pool");
            }
        }

        static Registry get() throws SQLException {
            if (instance == null) {
                instance = new Registry(Sources.first());
                instance.check();
            }
            return instance;
        }

        static Registry fresh(DataSource pool) throws SQLException {
            Registry registry = new Registry(pool);
            registry.check();
            return registry;
        }

        void check() throws SQLException {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("VALUES 1");
            }
        }

        Connection open() throws SQLException {
            return pool.getConnection();
        }

        void note(Connection connection) throws SQLException {
            connection.setReadOnly(true);
        }

        void close(Connection connection) throws SQLException {
            connection.close();
        }
    }

    static final class Sources {
        private static DataSource first;

        static DataSource first() {
            return first;
        }
    }
}
