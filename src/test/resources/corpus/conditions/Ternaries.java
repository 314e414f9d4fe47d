package corpus.conditions;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Acquisitions in the arms of a conditional expression. */
final class Ternaries {
    int bothArmsOk(DataSource first, DataSource second, boolean spare) throws SQLException {
        Connection connection = spare ? second.getConnection() : first.getConnection();
        try {
            return connection.getHoldability();
        } finally {
            connection.close();
        }
    }

    int bothArmsBad(DataSource first, DataSource second, boolean spare) throws SQLException {
        Connection connection = spare
                ? second.getConnection() // LEAK: never-closed
                : first.getConnection(); // LEAK: never-closed
        return connection.getHoldability();
    }

    void armThatIsNullOk(Connection connection, boolean dry) throws SQLException {
        Statement statement = dry ? null : connection.createStatement();
        if (statement != null) {
            statement.close();
        }
    }
}
