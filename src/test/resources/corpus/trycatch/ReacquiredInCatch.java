package corpus.trycatch;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** When the first acquisition throws there is nothing to close; the handler tries another source. */
final class ReacquiredInCatch {
    int secondSourceOk(DataSource first, DataSource second) throws SQLException {
        Connection connection;
        try {
            connection = first.getConnection();
        } catch (SQLException e) {
            connection = second.getConnection();
        }
        try {
            return connection.getTransactionIsolation();
        } finally {
            connection.close();
        }
    }

    int secondAfterUseBad(DataSource first, DataSource second) throws SQLException {
        Connection connection;
        try {
            connection = first.getConnection(); // LEAK: overwritten
            connection.setReadOnly(true);
        } catch (SQLException e) {
            connection = second.getConnection();
        }
        try {
            return connection.getTransactionIsolation();
        } finally {
            connection.close();
        }
    }
}
