package corpus.libraries;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Connections of a HikariCP pool. */
final class Hikari implements AutoCloseable {
    private final HikariDataSource pool;

    Hikari(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        pool = new HikariDataSource(config);
    }

    void saveOk(String name) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO names VALUES (?)")) {
            insert.setString(1, name);
            insert.executeUpdate();
        }
    }

    void saveBad(String name) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO names VALUES (?)")) {
            insert.setString(1, name);
            insert.executeUpdate();
        }
        connection.close();
    }

    @Override
    public void close() {
        pool.close();
    }
}
