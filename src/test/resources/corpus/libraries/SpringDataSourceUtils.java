package corpus.libraries;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcUtils;

/** What belongs to a transaction goes back through the class that it was got from. */
final class SpringDataSourceUtils {
    private final DataSource source;

    SpringDataSourceUtils(DataSource source) {
        this.source = source;
    }

    long countOk(String sql) throws SQLException {
        Connection connection = DataSourceUtils.getConnection(source);
        PreparedStatement statement = null;
        ResultSet rows = null;
        try {
            statement = connection.prepareStatement(sql);
            rows = statement.executeQuery();
            return rows.next() ? rows.getLong(1) : 0;
        } finally {
            JdbcUtils.closeResultSet(rows);
            JdbcUtils.closeStatement(statement);
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    long countBad(String sql) throws SQLException {
        Connection connection = DataSourceUtils.getConnection(source); // LEAK: never-closed
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            return statement.executeUpdate();
        } finally {
            JdbcUtils.closeStatement(statement);
        }
    }

    void afterwardsBad(String sql) throws SQLException {
        Connection connection = DataSourceUtils.getConnection(source); // LEAK: not-closed-on-exception
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
        DataSourceUtils.releaseConnection(connection, source);
    }
}
