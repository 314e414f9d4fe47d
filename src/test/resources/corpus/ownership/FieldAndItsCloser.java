package corpus.ownership;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A class that closes what its fields hold, and one that closes half of it. */
final class FieldAndItsCloser {
    static final class WholeOk implements AutoCloseable {
        private final Connection connection;
        private final PreparedStatement insert;

        WholeOk(DataSource pool) throws SQLException {
            connection = pool.getConnection();
            try {
                insert = connection.prepareStatement("INSERT INTO log VALUES (?)");
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }

        @Override
        public void close() throws SQLException {
            try {
                insert.close();
            } finally {
                connection.close();
            }
        }
    }

    static final class HalfBad implements AutoCloseable {
        private final Connection reading;
        private final Connection writing;

        HalfBad(DataSource first, DataSource second) throws SQLException {
            reading = first.getConnection(); // LEAK: not-closed-on-exception
            writing = second.getConnection(); // LEAK: field-never-closed
        }

        @Override
        public void close() throws SQLException {
            reading.close();
        }
    }
}
