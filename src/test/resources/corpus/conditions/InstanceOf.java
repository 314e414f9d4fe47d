package corpus.conditions;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A pattern that binds the resource under another name. */
final class InstanceOf {
    void boundAndClosedOk(DataSource pool) throws SQLException {
        Object held = pool.getConnection();
        if (held instanceof Connection connection) {
            connection.close();
        }
    }

    void guardedBad(Connection connection, Object mode) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-path
        if (mode instanceof String text && !text.isEmpty()) {
            statement.close();
        }
    }
}
