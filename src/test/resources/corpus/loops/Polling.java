package corpus.loops;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Loops that wait for a connection, or for the end. */
final class Polling {
    Connection waitOk(DataSource pool) throws InterruptedException {
        while (true) {
            try {
                return pool.getConnection();
            } catch (SQLException e) {
                Thread.sleep(1000);
            }
        }
    }

    void serveBad(DataSource pool) throws SQLException {
        while (!Thread.currentThread().isInterrupted()) {
            Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
            connection.commit();
            connection.close();
        }
    }

    void serveOk(DataSource pool) {
        while (!Thread.currentThread().isInterrupted()) {
            try (Connection connection = pool.getConnection()) {
                connection.commit();
            } catch (SQLException e) {
                System.err.println(e);
            }
        }
    }
}
