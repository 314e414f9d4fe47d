package corpus.drivers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Connections that the driver manager opens. */
final class DriverManagers {
    String userAndPasswordBad(String url, String user, String password) throws SQLException {
        Connection connection = DriverManager.getConnection(url, user, password); // LEAK: never-closed
        return connection.getCatalog();
    }

    String propertiesOk(String url, Properties properties) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            return connection.getCatalog();
        }
    }

    String qualifiedNameBad(String url) throws SQLException {
        java.sql.Connection connection = java.sql.DriverManager.getConnection(url); // LEAK: never-closed
        return connection.getCatalog();
    }
}
