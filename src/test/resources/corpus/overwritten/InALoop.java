package corpus.overwritten;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The variable lives longer than the turn. */
final class InALoop {
    void closedBeforeTheNextTurnOk(DataSource pool, int turns) throws SQLException {
        Connection connection = null;
        for (int i = 0; i < turns; i++) {
            if (connection != null) {
                connection.close();
            }
            connection = pool.getConnection();
        }
        if (connection != null) {
            connection.close();
        }
    }

    void reconnectsBad(DataSource pool, int turns) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: overwritten
        try {
            for (int i = 0; i < turns; i++) {
                if (i % 10 == 0) {
                    connection = pool.getConnection(); // LEAK: overwritten
                }
                connection.commit();
            }
        } finally {
            connection.close();
        }
    }
}
