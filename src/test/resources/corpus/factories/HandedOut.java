package corpus.factories;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Handed to the caller in something: an Optional, a list, an array, a record. */
final class HandedOut {
    record Pair(Connection connection, String name) {}

    Optional<Connection> optionalOk(DataSource pool) throws SQLException {
        return Optional.of(pool.getConnection());
    }

    List<Connection> listOk(DataSource pool) throws SQLException {
        List<Connection> connections = new ArrayList<>();
        connections.add(pool.getConnection());
        return connections;
    }

    Connection[] arrayOk(DataSource pool) throws SQLException {
        return new Connection[] {pool.getConnection()};
    }

    Pair pairOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        return new Pair(connection, "main");
    }

    Pair pairBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        return new Pair(connection, connection.getCatalog());
    }
}
