package corpus.libraries;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.apache.commons.dbutils.DbUtils;
import org.apache.commons.dbutils.QueryRunner;
import org.apache.commons.dbutils.handlers.ScalarHandler;

/** Closers of DbUtils, and its runner, which leaves a connection that it is given open. */
final class CommonsDbUtils {
    int quietlyOk(DataSource source) throws SQLException {
        Connection connection = null;
        Statement statement = null;
        ResultSet rows = null;
        try {
            connection = source.getConnection();
            statement = connection.createStatement();
            rows = statement.executeQuery("SELECT 1");
            return rows.next() ? rows.getInt(1) : 0;
        } finally {
            DbUtils.closeQuietly(connection, statement, rows);
        }
    }

    void commitOk(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        try {
            new QueryRunner().update(connection, "DELETE FROM visits");
            DbUtils.commitAndCloseQuietly(connection);
        } catch (SQLException e) {
            DbUtils.rollbackAndCloseQuietly(connection);
            throw e;
        }
    }

    Long runnerBad(DataSource source) throws SQLException {
        Connection connection = source.getConnection(); // LEAK: never-closed
        return new QueryRunner().query(connection, "SELECT count(*) FROM visits", new ScalarHandler<Long>());
    }

    Long runnerOk(DataSource source) throws SQLException {
        return new QueryRunner(source).query("SELECT count(*) FROM visits", new ScalarHandler<Long>());
    }
}
