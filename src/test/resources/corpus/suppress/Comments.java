package corpus.suppress;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Silenced by a comment on the line of the acquisition or the one above it. */
final class Comments {
    int sameLineOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // connleak:ignore never-closed lives as long as the program
        return connection.getHoldability();
    }

    int lineAboveOk(DataSource pool) throws SQLException {
        // connleak:ignore never-closed lives as long as the program
        Connection connection = pool.getConnection();
        return connection.getHoldability();
    }

    int otherRuleBad(DataSource pool) throws SQLException {
        // LEAK: never-closed @+1
        Connection connection = pool.getConnection(); // connleak:ignore overwritten some other reason
        return connection.getHoldability();
    }
}
