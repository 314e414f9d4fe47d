package app.pool;

import java.sql.Connection;
import java.sql.SQLException;

final class Client {
    private final Pool pool;

    Client(Pool pool) {
        this.pool = pool;
    }

    int countOk() throws SQLException {
        Connection connection = pool.borrow();
        try {
            return connection.getHoldability();
        } finally {
            pool.giveBack(connection);
        }
    }

    int countBad() throws SQLException {
        Connection connection = pool.borrow(); // LEAK: not-closed-on-exception
        int holdability = connection.getHoldability();
        pool.giveBack(connection);
        return holdability;
    }
}
