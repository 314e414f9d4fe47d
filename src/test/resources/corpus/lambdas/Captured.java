package corpus.lambdas;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A resource that a lambda captures and closes later. */
final class Captured {
    Runnable closedLaterOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        return () -> {
            try {
                connection.close();
            } catch (SQLException e) {
                System.err.println(e);
            }
        };
    }

    AutoCloseable referenceToCloseOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        return connection::close;
    }

    void usedInsideAndClosedOk(Connection connection, List<String> tables) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            tables.forEach(table -> {
                try {
                    statement.addBatch("DELETE FROM " + table);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        } finally {
            statement.close();
        }
    }

    Stream<String> closedWithTheStreamOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        return Stream.of("a", "b").onClose(() -> {
            try {
                connection.close();
            } catch (SQLException e) {
                System.err.println(e);
            }
        });
    }
}
