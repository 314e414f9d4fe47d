package corpus.language;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Interfaces with bodies. */
interface DefaultMethods {
    DataSource pool();

    default int closedOk() throws SQLException {
        try (Connection connection = pool().getConnection()) {
            return connection.getHoldability();
        }
    }

    default int forgottenBad() throws SQLException {
        Connection connection = pool().getConnection(); // LEAK: never-closed
        return connection.getHoldability();
    }

    static int staticBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: never-closed
        return connection.getHoldability();
    }
}
