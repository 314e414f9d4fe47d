package corpus.drivers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A stored procedure gets the connection of its caller by an address of its own: that is the caller's to close. */
final class CallersOwn {
    static void markOk(String name) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:default:connection");
        connection.setSavepoint(name);
    }

    static void removeOk(String name) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:default:connection");
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM shop WHERE name = ?")) {
            statement.setString(1, name);
            statement.executeUpdate();
        }
    }

    static void statementBad(String name) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:default:connection");
        PreparedStatement statement = connection.prepareStatement("DELETE FROM shop WHERE name = ?"); // LEAK: never-closed
        statement.setString(1, name);
        statement.executeUpdate();
    }
}
