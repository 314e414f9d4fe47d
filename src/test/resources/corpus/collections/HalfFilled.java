package corpus.collections;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A list that is handed out full, and lost when the third element fails. */
final class HalfFilled {
    List<Connection> fillBad(DataSource pool, int count) throws SQLException {
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            connections.add(pool.getConnection()); // LEAK: not-closed-on-exception
        }
        return connections;
    }

    List<Connection> fillOk(DataSource pool, int count) throws SQLException {
        List<Connection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                connections.add(pool.getConnection());
            }
            return connections;
        } catch (SQLException e) {
            for (Connection connection : connections) {
                connection.close();
            }
            throw e;
        }
    }
}
