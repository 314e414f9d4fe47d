package shop;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

final class Shelves {
    void purgeOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            statement.executeUpdate("DELETE FROM shelves");
        } finally {
            Closer.finish(statement);
        }
    }
}
