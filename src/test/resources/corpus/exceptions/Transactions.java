package corpus.exceptions;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Commit, roll back, close. */
final class Transactions {
    void transferOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        try {
            connection.setAutoCommit(false);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.close();
        }
    }

    void rollbackSkipsCloseBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        try {
            connection.commit();
            connection.close();
        } catch (SQLException e) {
            connection.rollback();
            connection.close();
        }
    }

    void autoCommitRestoredBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        try {
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
            connection.close();
        }
    }
}
