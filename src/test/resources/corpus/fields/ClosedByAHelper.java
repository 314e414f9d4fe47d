package corpus.fields;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A field that is closed through a helper, a local name or a list. */
final class ClosedByAHelperOk {
    private Connection connection;
    private Statement statement;

    void start(DataSource pool, DataSource other) throws SQLException {
        connection = pool.getConnection();
        statement = connection.createStatement();
    }

    void stop() {
        closeQuietly(statement);
        Connection closing = this.connection;
        connection = null;
        closeQuietly(closing);
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            if (closeable != null) {
                closeable.close();
            }
        } catch (Exception e) {
            System.err.println(e);
        }
    }
}
