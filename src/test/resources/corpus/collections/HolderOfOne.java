package corpus.collections;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/** What an optional holds is closed with what it hands out; a stream of a list goes through all of it. */
final class HolderOfOne {
    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void optionalOk(DataSource pool) throws SQLException {
        Optional<Connection> held = Optional.of(pool.getConnection());
        try {
            held.get().commit();
        } finally {
            held.get().close();
        }
    }

    void optionalBad(DataSource pool) throws SQLException {
        Optional<Connection> held = Optional.of(pool.getConnection()); // LEAK: never-closed
        held.get().commit();
    }

    void askedOk(DataSource pool) throws SQLException {
        Optional<Connection> held = Optional.empty();
        try {
            held = Optional.of(pool.getConnection());
            held.get().commit();
        } finally {
            if (held.isPresent()) {
                held.get().close();
            }
        }
    }

    void askedWronglyBad(DataSource pool) throws SQLException {
        Optional<Connection> held = Optional.of(pool.getConnection()); // LEAK: never-closed
        if (held.isEmpty()) {
            held.get().close();
        }
    }

    void streamedOk(DataSource pool) throws SQLException {
        List<Connection> open = new ArrayList<>();
        try {
            open.add(pool.getConnection());
            open.add(pool.getConnection());
        } finally {
            open.stream().filter(Objects::nonNull).forEach(HolderOfOne::closeQuietly);
        }
    }

    void streamedBad(DataSource pool) throws SQLException {
        List<Connection> open = new ArrayList<>();
        open.add(pool.getConnection()); // LEAK: never-closed
        open.stream().filter(Objects::nonNull).forEach(System.out::println);
    }
}
