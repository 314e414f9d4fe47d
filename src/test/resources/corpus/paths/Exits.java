package corpus.paths;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Ends of the program and of the thread. */
final class Exits {
    static int exitOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        if (connection.isReadOnly()) {
            System.exit(3);
        }
        connection.close();
        return 0;
    }

    static void usageBad(DataSource pool, String[] arguments) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-path
        if (arguments.length == 0) {
            System.err.println("usage: purge TABLE");
            return;
        }
        connection.close();
    }
}
