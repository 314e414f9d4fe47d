package corpus.finallyblock;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What finally does before the close may throw. */
final class WorkBeforeClose {
    void commitsFirstBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        try {
            connection.setAutoCommit(false);
        } finally {
            connection.commit();
            connection.close();
        }
    }

    void commitGuardedOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        try {
            connection.setAutoCommit(false);
        } finally {
            try {
                connection.commit();
            } finally {
                connection.close();
            }
        }
    }

    void logsFirstOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        try {
            connection.setAutoCommit(false);
        } finally {
            System.out.println("closing");
            connection.close();
        }
    }
}
