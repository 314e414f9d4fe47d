package corpus.libraries;

import com.alibaba.druid.pool.DruidDataSource;
import com.alibaba.druid.pool.DruidPooledConnection;
import com.mchange.v2.c3p0.ComboPooledDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** c3p0 and Druid, whose connection has a type of its own. */
final class C3p0Druid {
    void analyseOk(ComboPooledDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }

    void analyseBad(ComboPooledDataSource pool) throws SQLException {
        Connection connection = pool.getConnection("reader", "secret"); // LEAK: never-closed
        try (Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }

    String druidOk(DruidDataSource pool) throws SQLException {
        DruidPooledConnection connection = pool.getConnection();
        try {
            return connection.getSchema();
        } finally {
            connection.recycle();
        }
    }

    String druidBad(DruidDataSource pool) throws SQLException {
        DruidPooledConnection connection = pool.getConnection(500); // LEAK: not-closed-on-exception
        String schema = connection.getSchema();
        connection.recycle();
        return schema;
    }
}
