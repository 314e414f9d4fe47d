package shop;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

final class Bills {
    void purgeBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: never-closed
        try {
            statement.executeUpdate("DELETE FROM bills");
        } finally {
            Closer.finish(statement);
        }
    }
}
