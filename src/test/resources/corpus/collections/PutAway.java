package corpus.collections;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import javax.sql.DataSource;

/** Put where somebody else takes it out again. */
final class PutAway {
    void giveBackOk(DataSource pool, Queue<Connection> idle) throws SQLException {
        Connection connection = pool.getConnection();
        idle.add(connection);
    }

    void registerOk(DataSource pool, Map<String, Connection> open, String name) throws SQLException {
        open.put(name, pool.getConnection());
    }

    void overwrittenAfterwardsOk(DataSource pool, List<Connection> open) throws SQLException {
        Connection connection = pool.getConnection();
        open.add(connection);
        connection = null;
    }

    void beforeItIsPutAwayBad(DataSource pool, Queue<Connection> idle) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        connection.setAutoCommit(true);
        idle.add(connection);
    }
}
