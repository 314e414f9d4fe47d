package corpus.lambdas;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Methods of anonymous and local classes. */
final class AnonymousClasses {
    Runnable runnableBad(DataSource pool) {
        return new Runnable() {
            @Override
            public void run() {
                try {
                    Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
                    connection.commit();
                    connection.close();
                } catch (SQLException e) {
                    System.err.println(e);
                }
            }
        };
    }

    AutoCloseable ownedOk(DataSource pool) throws SQLException {
        final Connection connection = pool.getConnection();
        return new AutoCloseable() {
            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    int localClassOk(DataSource pool) throws SQLException {
        class Counter {
            int count() throws SQLException {
                try (Connection connection = pool.getConnection()) {
                    return connection.getHoldability();
                }
            }
        }
        return new Counter().count();
    }
}
