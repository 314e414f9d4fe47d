package corpus.loops;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A loop that never ends reaches no exit, but it may be left by an exception. */
final class InfiniteLoop {
    void serveOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        try {
            while (true) {
                connection.commit();
            }
        } finally {
            connection.close();
        }
    }

    void serveBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: never-closed
        for (; ; ) {
            connection.commit();
        }
    }
}
