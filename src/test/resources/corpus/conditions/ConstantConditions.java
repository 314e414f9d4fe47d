package corpus.conditions;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Branches that are never taken, or always. */
final class ConstantConditions {
    void alwaysOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        if (true) {
            statement.close();
        }
    }

    void openedInDeadCodeOk(Connection connection) throws SQLException {
        if (false) {
            Statement statement = connection.createStatement();
            statement.executeUpdate("DELETE FROM basket");
        }
    }
}
