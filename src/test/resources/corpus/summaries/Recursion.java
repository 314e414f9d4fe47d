package corpus.summaries;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Methods that call themselves or each other. */
final class Recursion {
    private Connection retry(DataSource pool, int times) throws SQLException {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            if (times == 0) {
                throw e;
            }
            return retry(pool, times - 1);
        }
    }

    private static void closeTwice(Statement statement, int times) throws SQLException {
        if (times == 0) {
            statement.close();
        } else {
            closeTwice(statement, times - 1);
        }
    }

    private static void ping(Statement statement, int times) throws SQLException {
        if (times > 0) {
            pong(statement, times - 1);
        }
    }

    private static void pong(Statement statement, int times) throws SQLException {
        ping(statement, times - 1);
    }

    int retriedOk(DataSource pool) throws SQLException {
        try (Connection connection = retry(pool, 3)) {
            return connection.getHoldability();
        }
    }

    int retriedBad(DataSource pool) throws SQLException {
        Connection connection = retry(pool, 3); // LEAK: never-closed
        return connection.getHoldability();
    }

    void closedInTheEndOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // FP: not-closed-on-exception
        closeTwice(statement, 2);
    }

    void pingPongBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: never-closed
        ping(statement, 4);
    }
}
