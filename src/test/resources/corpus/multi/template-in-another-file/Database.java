package app.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Opens, lends, closes. */
public final class Database {
    /** Work on rows. */
    public interface RowWork<T> {
        T on(ResultSet rows) throws SQLException;
    }

    private final DataSource pool;

    public Database(DataSource pool) {
        this.pool = pool;
    }

    public <T> T query(String sql, RowWork<T> work) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return work.on(rows);
        }
    }

    public Connection open() throws SQLException {
        return pool.getConnection();
    }
}
