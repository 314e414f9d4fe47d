package corpus.modern;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Records, enums and interfaces inside methods. */
final class LocalTypes {
    int localRecordOk(DataSource pool) throws SQLException {
        record Size(int value) {}
        try (Connection connection = pool.getConnection()) {
            return new Size(connection.getHoldability()).value();
        }
    }

    int localEnumBad(DataSource pool) throws SQLException {
        enum Mode {
            FAST,
            SAFE;

            int level(DataSource source) throws SQLException {
                Connection connection = source.getConnection(); // LEAK: never-closed
                return connection.getTransactionIsolation();
            }
        }
        Connection connection = pool.getConnection(); // LEAK: never-closed
        return connection.getHoldability() + Mode.FAST.ordinal();
    }

    int localInterfaceOk(DataSource pool) throws SQLException {
        interface Sizer {
            int size(Connection connection) throws SQLException;
        }
        Sizer sizer = Connection::getHoldability;
        try (Connection connection = pool.getConnection()) {
            return sizer.size(connection);
        }
    }
}
