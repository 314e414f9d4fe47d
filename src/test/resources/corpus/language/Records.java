package corpus.language;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Records with methods. */
record Records(DataSource pool, String table) {
    int countOk() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate("DELETE FROM " + table);
        }
    }

    int countBad() throws SQLException {
        Connection connection = pool().getConnection(); // LEAK: never-closed
        return connection.getHoldability() + table.length();
    }
}
