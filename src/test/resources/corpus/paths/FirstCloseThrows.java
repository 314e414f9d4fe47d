package corpus.paths;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The first close of a sequence can throw, and the next are skipped. */
final class FirstCloseThrows {
    int sequenceBad(DataSource pool, String sql) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception possible
        PreparedStatement statement = null;
        ResultSet rows = null;
        try {
            statement = connection.prepareStatement(sql);
            rows = statement.executeQuery();
            return rows.next() ? 1 : 0;
        } finally {
            if (rows != null) {
                rows.close();
            }
            if (statement != null) {
                statement.close();
            }
            connection.close();
        }
    }

    int nestedOk(DataSource pool, String sql) throws SQLException {
        Connection connection = pool.getConnection();
        try {
            PreparedStatement statement = connection.prepareStatement(sql);
            try {
                ResultSet rows = statement.executeQuery();
                try {
                    return rows.next() ? 1 : 0;
                } finally {
                    rows.close();
                }
            } finally {
                statement.close();
            }
        } finally {
            connection.close();
        }
    }

    int eachOnItsOwnOk(DataSource pool, String sql) throws SQLException {
        Connection connection = pool.getConnection();
        PreparedStatement statement = null;
        try {
            statement = connection.prepareStatement(sql);
            return statement.executeUpdate();
        } finally {
            try {
                if (statement != null) {
                    statement.close();
                }
            } catch (SQLException e) {
                System.err.println("statement not closed: " + e);
            }
            connection.close();
        }
    }
}
