package corpus.twr;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What try-with-resources closes can't be lost by a local of the same type. */
final class ReassignedInside {
    int localInsideOk(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            Connection same = connection;
            same.setReadOnly(true);
            same = null;
            return connection.getHoldability();
        }
    }

    int closedTwiceOk(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            int holdability = connection.getHoldability();
            connection.close();
            return holdability;
        }
    }
}
