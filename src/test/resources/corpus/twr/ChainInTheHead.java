package corpus.twr;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Only what has a name in the head is closed. */
final class ChainInTheHead {
    int statementWithoutNameBad(Connection connection) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery("SELECT 1")) { // LEAK: temporary-never-closed
            return rows.next() ? 1 : 0;
        }
    }

    int connectionWithoutNameBad(DataSource pool) throws SQLException {
        try (Statement statement = pool.getConnection().createStatement()) { // LEAK: temporary-never-closed
            return statement.executeUpdate("DELETE FROM basket");
        }
    }

    int statementGoesWithItsConnectionOk(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("SELECT 1")) {
            return rows.next() ? 1 : 0;
        }
    }
}
