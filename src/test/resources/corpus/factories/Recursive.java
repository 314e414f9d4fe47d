package corpus.factories;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A factory that calls itself still ends, and still hands out. */
final class Recursive {
    private static Connection open(DataSource pool, int tries) throws SQLException {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            if (tries == 0) {
                throw e;
            }
            return open(pool, tries - 1);
        }
    }

    int closedOk(DataSource pool) throws SQLException {
        try (Connection connection = open(pool, 3)) {
            return connection.getHoldability();
        }
    }

    int forgottenBad(DataSource pool) throws SQLException {
        Connection connection = open(pool, 3); // LEAK: never-closed
        return connection.getHoldability();
    }
}
