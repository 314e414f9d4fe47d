package corpus.libraries;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Future;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;

/** Tomcat's pool, whose class is called like the interface it implements. */
final class TomcatPool {
    private final DataSource source = new DataSource(new PoolProperties());

    boolean validOk() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(3);
        }
    }

    boolean validBad() throws SQLException {
        return source.getConnection().isValid(3); // LEAK: temporary-never-closed
    }

    boolean laterBad() throws Exception {
        Future<Connection> promise = source.getConnectionAsync();
        Connection connection = promise.get(); // LEAK: never-closed possible
        return connection.isValid(3);
    }
}
