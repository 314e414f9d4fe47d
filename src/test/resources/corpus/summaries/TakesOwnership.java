package corpus.summaries;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;

/** Methods that keep what they are given, and one that forgets it. */
final class TakesOwnership implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private Connection connection;

    private <T extends AutoCloseable> T register(T closeable) {
        open.push(closeable);
        return closeable;
    }

    private void use(Connection connection) {
        this.connection = connection;
    }

    private static void inspect(Connection connection) throws SQLException {
        System.out.println(connection.getCatalog());
    }

    void registeredOk(Connection given) throws SQLException {
        Statement statement = register(given.createStatement());
        statement.execute("VACUUM");
    }

    void adoptedOk(DataSource pool) throws SQLException {
        use(pool.getConnection());
    }

    void inspectedBad(DataSource pool) throws SQLException {
        Connection mine = pool.getConnection(); // LEAK: never-closed
        inspect(mine);
    }

    @Override
    public void close() throws Exception {
        try {
            for (AutoCloseable closeable : open) {
                closeable.close();
            }
        } finally {
            if (connection != null) {
                connection.close();
            }
        }
    }
}
