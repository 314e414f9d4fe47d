package corpus.paths;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A try statement whose resource may be null, or was there before. */
final class NullArms {
    int nullArmOk(DataSource pool, boolean wanted) throws SQLException {
        try (Connection connection = wanted ? pool.getConnection() : null) {
            return connection == null ? 0 : connection.getHoldability();
        }
    }

    int existingOk(DataSource pool) throws SQLException {
        final Connection connection = pool.getConnection();
        try (connection;
                PreparedStatement statement = connection.prepareStatement("SELECT 1");
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? 1 : 0;
        }
    }

    int existingTooLateBad(DataSource pool) throws SQLException {
        final Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        PreparedStatement statement = connection.prepareStatement("SELECT 1"); // LEAK: not-closed-on-exception
        statement.setQueryTimeout(5);
        try (connection;
                statement) {
            return statement.executeUpdate();
        }
    }

    int chainBad(DataSource pool) throws SQLException {
        try (ResultSet rows = pool.getConnection().createStatement().executeQuery("SELECT 1")) { // LEAK: temporary-never-closed
            return rows.next() ? 1 : 0;
        }
    }
}
