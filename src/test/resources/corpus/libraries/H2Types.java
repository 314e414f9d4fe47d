package corpus.libraries;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

/** The pool and the source that come with the driver. */
final class H2Types {
    int poolOk(JdbcConnectionPool pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return connection.getTransactionIsolation();
        }
    }

    void poolBad(JdbcConnectionPool pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        connection.createStatement().execute("SHUTDOWN"); // LEAK: not-closed-on-exception
        connection.close();
    }

    boolean sourceBad(JdbcDataSource source) throws SQLException {
        Connection connection = source.getConnection(); // LEAK: not-closed-on-path
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("VALUES (1)")) {
            if (!rows.next()) {
                return false;
            }
        }
        connection.close();
        return true;
    }
}
