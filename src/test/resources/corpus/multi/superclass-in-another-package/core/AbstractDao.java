package core;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

public abstract class AbstractDao {
    protected final DataSource source;

    protected AbstractDao(DataSource source) {
        this.source = source;
    }

    protected Connection connect() throws SQLException {
        return source.getConnection();
    }

    protected void release(ResultSet rows, Statement statement, Connection connection) {
        close(rows);
        close(statement);
        close(connection);
    }

    private static void close(AutoCloseable closeable) {
        try {
            if (closeable != null) {
                closeable.close();
            }
        } catch (Exception e) {
            System.err.println(e);
        }
    }
}
