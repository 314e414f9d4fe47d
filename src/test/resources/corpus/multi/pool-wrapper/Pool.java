package app.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.sql.DataSource;

/** A small pool of the house's own. */
public final class Pool {
    private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(8);
    private final DataSource source;

    public Pool(DataSource source) {
        this.source = source;
    }

    public Connection borrow() throws SQLException {
        Connection connection = idle.poll();
        return connection == null ? source.getConnection() : connection;
    }

    public void giveBack(Connection connection) {
        if (!idle.offer(connection)) {
            try {
                connection.close();
            } catch (SQLException e) {
                System.err.println(e);
            }
        }
    }
}
