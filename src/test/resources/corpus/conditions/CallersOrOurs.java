package corpus.conditions;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Opened here, or the caller's: closed here only if it was opened here. */
final class CallersOrOurs {
    int closedIfOursOk(DataSource pool, Connection given) throws SQLException {
        Connection connection = given != null ? given : pool.getConnection();
        try {
            return connection.getHoldability();
        } finally {
            if (given == null) {
                connection.close();
            }
        }
    }

    int neverClosedBad(DataSource pool, Connection given) throws SQLException {
        Connection connection = given != null ? given : pool.getConnection(); // LEAK: never-closed
        return connection.getHoldability();
    }

    int closedIfNotTheSameOk(DataSource pool, Connection given) throws SQLException {
        Connection connection = given;
        if (given == null) {
            connection = pool.getConnection();
        }
        try {
            return connection.getHoldability();
        } finally {
            if (connection != given) {
                connection.close();
            }
        }
    }
}
