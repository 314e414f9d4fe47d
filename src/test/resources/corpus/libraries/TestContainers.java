package corpus.libraries;

import java.sql.Connection;
import java.sql.SQLException;
import org.testcontainers.containers.PostgreSQLContainer;

/** Connections to a database in a container. */
final class TestContainers {
    private final PostgreSQLContainer<?> database;

    TestContainers(PostgreSQLContainer<?> database) {
        this.database = database;
    }

    String versionBad() throws SQLException {
        return database.createConnection("").getMetaData().getDatabaseProductVersion(); // LEAK: temporary-never-closed
    }

    String versionOk() throws SQLException {
        try (Connection connection = database.createConnection("")) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }
}
