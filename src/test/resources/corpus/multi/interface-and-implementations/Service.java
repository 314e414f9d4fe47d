package gate;

import java.sql.Connection;
import java.sql.SQLException;

final class Service {
    private final Gateway gateway;

    Service(Gateway gateway) {
        this.gateway = gateway;
    }

    int sizeOk() throws SQLException {
        Connection connection = null;
        try {
            connection = gateway.connect();
            return connection.getHoldability();
        } finally {
            gateway.disconnect(connection);
        }
    }

    int sizeBad() throws SQLException {
        Connection connection = gateway.connect(); // LEAK: never-closed
        return connection.getHoldability();
    }
}
