package corpus.helpers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Helpers of a library that can't be seen say what they do by their names. */
final class UnseenCloserByName {
    void fastCloseOk(Connection connection, int id) throws SQLException {
        PreparedStatement statement = null;
        try {
            statement = connection.prepareStatement("DELETE FROM basket WHERE id = ?");
            statement.setInt(1, id);
            statement.executeUpdate();
        } finally {
            Statements.fastcloseStmt(statement);
        }
    }

    void oneAfterTheOtherOk(DataSource pool) throws SQLException {
        Connection connection = null;
        PreparedStatement statement = null;
        try {
            connection = pool.getConnection();
            statement = connection.prepareStatement("DELETE FROM basket");
            statement.executeUpdate();
        } finally {
            Statements.closeStatement(statement);
            Statements.closeConnection(connection);
        }
    }

    void commitAndCloseOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        try {
            connection.setAutoCommit(false);
        } finally {
            Statements.endAndCloseConnection(connection);
        }
    }

    void listenerBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: never-closed possible
        Statements.onClose(connection);
    }

    void questionBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: never-closed possible
        Statements.countEnclosed(connection);
    }
}
