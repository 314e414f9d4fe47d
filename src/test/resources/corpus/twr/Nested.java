package corpus.twr;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Parameters are set between two heads. */
final class Nested {
    int twoHeadsOk(DataSource pool, long id) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT 1 FROM basket WHERE id = ?")) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? 1 : 0;
            }
        }
    }

    int rowsGoWithTheirStatementOk(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1 FROM basket WHERE id = ?")) {
            statement.setLong(1, id);
            ResultSet rows = statement.executeQuery();
            return rows.next() ? 1 : 0;
        }
    }

    int rowsOfTheCallersStatementBad(PreparedStatement statement, long id) throws SQLException {
        statement.setLong(1, id);
        ResultSet rows = statement.executeQuery(); // LEAK: never-closed
        return rows.next() ? 1 : 0;
    }
}
