package corpus.modern;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Records that carry resources. */
final class RecordsWithResources {
    record Pair(Connection connection, Statement statement) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            try {
                statement.close();
            } finally {
                connection.close();
            }
        }
    }

    record Settings(DataSource pool, String table) {
        int sizeOk() throws SQLException {
            try (Connection connection = pool.getConnection()) {
                return connection.getHoldability();
            }
        }

        int sizeBad() throws SQLException {
            Connection connection = pool().getConnection(); // LEAK: never-closed
            return connection.getHoldability();
        }
    }

    void closedWithTheRecordOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        Statement statement;
        try {
            statement = connection.createStatement();
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        try (Pair pair = new Pair(connection, statement)) {
            pair.statement().execute("VACUUM");
        }
    }

    int throughAnAccessorBad(Settings settings) throws SQLException {
        return settings.pool().getConnection().getHoldability(); // LEAK: temporary-never-closed
    }
}
