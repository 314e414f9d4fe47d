package corpus.fields;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Connections in a map that is emptied by a loop, and in one that is not. */
final class MapOfConnections {
    private final Map<String, Connection> open = new HashMap<>();

    Connection forTenantOk(DataSource pool, String tenant) throws SQLException {
        Connection connection = open.get(tenant);
        if (connection == null) {
            connection = pool.getConnection();
            open.put(tenant, connection);
        }
        return connection;
    }

    void closeAll() throws SQLException {
        for (Connection connection : open.values()) {
            connection.close();
        }
    }
}
