package corpus.summaries;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Methods that open and close a field of their object. */
final class OpensAndClosesAFieldOk {
    private final DataSource pool;
    private Connection connection;

    OpensAndClosesAFieldOk(DataSource pool) {
        this.pool = pool;
    }

    private void begin() throws SQLException {
        connection = pool.getConnection();
    }

    private void end() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            System.err.println(e);
        } finally {
            connection = null;
        }
    }

    void runOk() throws SQLException {
        begin();
        try (Statement statement = connection.createStatement()) {
            statement.execute("VACUUM");
        } finally {
            end();
        }
    }
}
