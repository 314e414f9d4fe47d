package corpus.ownership;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Opened here, or the caller's: only what was opened here is closed here. */
final class ConditionallyOwned {
    private final DataSource pool;

    ConditionallyOwned(DataSource pool) {
        this.pool = pool;
    }

    void flagOk(Connection given, String sql) throws SQLException {
        boolean own = given == null;
        Connection connection = own ? pool.getConnection() : given;
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } finally {
            if (own) {
                connection.close();
            }
        }
    }

    void comparedOk(Connection given, String sql) throws SQLException {
        Connection connection = given;
        try {
            if (connection == null) {
                connection = pool.getConnection();
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        } finally {
            if (given == null && connection != null) {
                connection.close();
            }
        }
    }

    void invertedBad(Connection given, String sql) throws SQLException {
        Connection connection = given == null ? pool.getConnection() : given; // LEAK: never-closed
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } finally {
            if (given != null) {
                connection.close();
            }
        }
    }

    void neverBad(Connection given, String sql) throws SQLException {
        Connection connection = given == null ? pool.getConnection() : given; // LEAK: never-closed
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
