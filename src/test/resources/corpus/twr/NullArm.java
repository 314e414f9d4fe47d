package corpus.twr;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** null in the head is allowed and closes nothing. */
final class NullArm {
    int maybeOk(DataSource pool, boolean dry) throws SQLException {
        try (Connection connection = dry ? null : pool.getConnection()) {
            return connection == null ? 0 : connection.getHoldability();
        }
    }

    int maybeExistingOk(DataSource pool, boolean dry) throws SQLException {
        Connection connection = null;
        if (!dry) {
            connection = pool.getConnection();
        }
        final Connection used = connection;
        try (used) {
            return used == null ? 0 : used.getHoldability();
        }
    }
}
