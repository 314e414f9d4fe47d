package corpus.drivers;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.PooledConnection;

/** Physical connections of a pool, and their handles. */
final class PooledConnections {
    int handleOk(PooledConnection pooled) throws SQLException {
        try (Connection connection = pooled.getConnection()) {
            return connection.getHoldability();
        }
    }

    int handleBad(PooledConnection pooled) throws SQLException {
        Connection connection = pooled.getConnection(); // LEAK: never-closed
        return connection.getHoldability();
    }

    void physicalBad(ConnectionPoolDataSource source) throws SQLException {
        PooledConnection pooled = source.getPooledConnection(); // LEAK: never-closed
        System.out.println(pooled.hashCode());
    }

    void physicalOk(ConnectionPoolDataSource source) throws SQLException {
        PooledConnection pooled = source.getPooledConnection();
        pooled.close();
    }
}
