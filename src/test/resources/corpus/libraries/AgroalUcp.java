package corpus.libraries;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import oracle.ucp.jdbc.PoolDataSource;
import oracle.ucp.jdbc.PoolDataSourceFactory;

/** Agroal and Oracle's universal pool. */
final class AgroalUcp {
    private final AgroalDataSource agroal;
    private final PoolDataSource universal = PoolDataSourceFactory.getPoolDataSource();

    AgroalUcp(AgroalDataSource agroal) {
        this.agroal = agroal;
    }

    String catalogOk() throws SQLException {
        try (Connection connection = agroal.getConnection()) {
            return connection.getCatalog();
        }
    }

    String catalogBad() throws SQLException {
        Connection connection = agroal.getConnection(); // LEAK: never-closed
        return connection.getCatalog();
    }

    String labelledOk() throws SQLException {
        Connection connection = null;
        try {
            connection = universal.getConnection();
            return connection.getCatalog();
        } finally {
            if (connection != null) {
                connection.close();
            }
        }
    }

    String factoryBad() throws SQLException {
        PoolDataSource source = PoolDataSourceFactory.getPoolDataSource();
        source.setURL("jdbc:oracle:thin:@//db/orders");
        Connection connection = source.getConnection(); // LEAK: not-closed-on-exception
        String catalog = connection.getCatalog();
        connection.close();
        return catalog;
    }
}
