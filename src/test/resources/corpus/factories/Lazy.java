package corpus.factories;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Opened at the first call and kept: the getter lends it. */
final class Lazy {
    private final DataSource pool;
    private Connection connection;

    Lazy(DataSource pool) {
        this.pool = pool;
    }

    private Connection lend() throws SQLException {
        if (connection == null) {
            connection = pool.getConnection();
        }
        return connection;
    }

    int usedOk() throws SQLException {
        Connection lent = lend();
        return lent.getHoldability();
    }

    void closeOk() throws SQLException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
