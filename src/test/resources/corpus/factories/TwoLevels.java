package corpus.factories;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A factory over a factory, and rows that are handed out. */
final class TwoLevels {
    private static Statement scrolling(Connection connection) throws SQLException {
        return connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
    }

    private static Statement patient(Connection connection) throws SQLException {
        Statement statement = scrolling(connection);
        try {
            statement.setQueryTimeout(60);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static ResultSet all(Statement statement) throws SQLException {
        return statement.executeQuery("SELECT id FROM basket");
    }

    int bothClosedOk(Connection connection) throws SQLException {
        try (Statement statement = patient(connection)) {
            ResultSet rows = all(statement);
            return rows.last() ? rows.getRow() : 0;
        }
    }

    int statementForgottenBad(Connection connection) throws SQLException {
        Statement statement = patient(connection); // LEAK: never-closed
        try (ResultSet rows = all(statement)) {
            return rows.last() ? rows.getRow() : 0;
        }
    }

    int rowsForgottenBad(Statement statement) throws SQLException {
        ResultSet rows = all(statement); // LEAK: never-closed
        return rows.last() ? rows.getRow() : 0;
    }
}
