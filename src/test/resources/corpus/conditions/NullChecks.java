package corpus.conditions;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A close under a null check closes whatever is there. */
final class NullChecks {
    void checkedOk(Connection connection) throws SQLException {
        Statement statement = null;
        try {
            statement = connection.createStatement();
            statement.executeUpdate("DELETE FROM basket");
        } finally {
            if (null != statement) {
                statement.close();
            }
        }
    }

    void earlyReturnOnNullOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        if (connection == null) {
            return;
        }
        try {
            connection.commit();
        } finally {
            connection.close();
        }
    }

    void checkTurnedRoundBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: never-closed
        if (statement == null) {
            statement.close();
        }
    }

    void twoChecksOk(Connection connection, boolean idle) throws SQLException {
        Statement statement = null;
        if (!idle) {
            statement = connection.createStatement();
        }
        if (statement != null && !idle) {
            System.out.println("busy");
        }
        if (statement != null) {
            statement.close();
        }
    }

    void elseBranchOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        if (statement == null) {
            System.out.println("nothing to close");
        } else {
            statement.close();
        }
    }
}
