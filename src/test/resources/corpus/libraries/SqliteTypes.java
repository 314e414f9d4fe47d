package corpus.libraries;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** Files opened through the driver. */
final class SqliteTypes {
    void pragmaOk(String file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA optimize");
        }
    }

    int libraryBad(SQLiteDataSource source) throws SQLException {
        SQLiteConnection connection = (SQLiteConnection) source.getConnection(); // LEAK: never-closed
        return connection.libversion_number();
    }

    void vacuumBad(String file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file); // LEAK: never-closed
        try (Statement statement = connection.createStatement()) {
            statement.execute("VACUUM");
        }
    }
}
