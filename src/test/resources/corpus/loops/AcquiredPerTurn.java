package corpus.loops;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** One statement per turn, and one close for all. */
final class AcquiredPerTurn {
    void closedOnceBad(Connection connection, List<String> tables) throws SQLException {
        PreparedStatement statement = null;
        try {
            for (String table : tables) {
                statement = connection.prepareStatement("DELETE FROM " + table); // LEAK: overwritten
                statement.executeUpdate();
            }
        } finally {
            if (statement != null) {
                statement.close();
            }
        }
    }

    void closedPerTurnOk(Connection connection, List<String> tables) throws SQLException {
        for (String table : tables) {
            try (PreparedStatement statement = connection.prepareStatement("DELETE FROM " + table)) {
                statement.executeUpdate();
            }
        }
    }

    int rowsPerTurnOk(PreparedStatement statement, List<Long> ids) throws SQLException {
        int found = 0;
        for (Long id : ids) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                found += rows.next() ? 1 : 0;
            }
        }
        return found;
    }

    int rowsLeftBad(PreparedStatement statement, List<Long> ids) throws SQLException {
        int found = 0;
        for (Long id : ids) {
            statement.setLong(1, id);
            ResultSet rows = statement.executeQuery(); // LEAK: not-closed-on-path
            if (!rows.next()) {
                continue;
            }
            found++;
            rows.close();
        }
        return found;
    }
}
