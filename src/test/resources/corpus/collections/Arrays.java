package corpus.collections;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Resources in an array. */
final class Arrays {
    void closedByIndexOk(DataSource pool) throws SQLException {
        Connection[] connections = new Connection[2];
        try {
            for (int i = 0; i < connections.length; i++) {
                connections[i] = pool.getConnection();
            }
        } finally {
            for (Connection connection : connections) {
                try {
                    if (connection != null) {
                        connection.close();
                    }
                } catch (SQLException e) {
                    System.err.println(e);
                }
            }
        }
    }

    void givenArrayOk(DataSource pool, Connection[] slots) throws SQLException {
        slots[0] = pool.getConnection();
    }

    void forgottenBad(DataSource pool) throws SQLException {
        Connection[] connections = new Connection[1];
        connections[0] = pool.getConnection(); // LEAK: never-closed
        System.out.println(connections.length);
    }
}
