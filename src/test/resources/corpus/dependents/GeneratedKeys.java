package corpus.dependents;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The rows of generated keys belong to their statement. */
final class GeneratedKeys {
    long statementClosedOk(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO basket VALUES (1)", Statement.RETURN_GENERATED_KEYS)) {
            statement.executeUpdate();
            ResultSet keys = statement.getGeneratedKeys();
            return keys.next() ? keys.getLong(1) : -1;
        }
    }

    long callersStatementBad(PreparedStatement statement) throws SQLException {
        statement.executeUpdate();
        ResultSet keys = statement.getGeneratedKeys(); // LEAK: never-closed
        return keys.next() ? keys.getLong(1) : -1;
    }

    long keysClosedOk(PreparedStatement statement) throws SQLException {
        statement.executeUpdate();
        try (ResultSet keys = statement.getGeneratedKeys()) {
            return keys.next() ? keys.getLong(1) : -1;
        }
    }
}
