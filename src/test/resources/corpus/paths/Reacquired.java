package corpus.paths;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A second connection for the first that failed. */
final class Reacquired {
    int freshOk(DataSource first, DataSource second) throws SQLException {
        Connection connection;
        try {
            connection = first.getConnection();
        } catch (SQLException e) {
            connection = second.getConnection();
        }
        try {
            return connection.getHoldability();
        } finally {
            connection.close();
        }
    }

    int firstForgottenBad(DataSource first, DataSource second) throws SQLException {
        Connection connection = null;
        try {
            connection = first.getConnection(); // LEAK: overwritten
            connection.setReadOnly(true);
        } catch (SQLException e) {
            connection = second.getConnection();
        }
        try {
            return connection.getHoldability();
        } finally {
            connection.close();
        }
    }

    int firstClosedOk(DataSource first, DataSource second) throws SQLException {
        Connection connection = first.getConnection();
        try {
            if (!connection.isValid(1)) {
                connection.close();
                connection = second.getConnection();
            }
            return connection.getHoldability();
        } finally {
            connection.close();
        }
    }
}
