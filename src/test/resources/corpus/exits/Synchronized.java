package corpus.exits;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.Lock;

/** Blocks that hold a monitor. */
final class Synchronized {
    int insideOk(Connection connection) throws SQLException {
        synchronized (connection) {
            Statement statement = connection.createStatement();
            try {
                return statement.executeUpdate("DELETE FROM basket");
            } finally {
                statement.close();
            }
        }
    }

    int insideBad(Connection connection, boolean skip) throws SQLException {
        synchronized (connection) {
            Statement statement = connection.createStatement(); // LEAK: not-closed-on-path
            if (skip) {
                return 0;
            }
            statement.close();
        }
        return 1;
    }

    synchronized int lockedOk(Connection connection, Lock lock) throws SQLException {
        lock.lock();
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("DELETE FROM basket");
        } finally {
            lock.unlock();
        }
    }
}
