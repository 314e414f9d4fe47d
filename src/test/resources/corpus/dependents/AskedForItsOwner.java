package corpus.dependents;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Rows know their statement, and a statement its connection: closing what they answer closes those. */
final class AskedForItsOwner {
    void statementOfRowsOk(Connection connection) throws SQLException {
        ResultSet rows = null;
        Statement statement = null;
        try {
            statement = connection.createStatement();
            rows = statement.executeQuery("SELECT 1");
            rows.next();
        } finally {
            if (rows != null) {
                Statement owner = rows.getStatement();
                owner.close();
            } else if (statement != null) {
                statement.close();
            }
        }
    }

    void connectionOfStatementOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        Statement statement = null;
        try {
            statement = connection.createStatement();
            statement.execute("DELETE FROM basket");
            statement.close();
        } finally {
            if (statement != null) {
                statement.getConnection().close();
            } else {
                connection.close();
            }
        }
    }

    void onlyTheRowsBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: never-closed
        ResultSet rows = statement.executeQuery("SELECT 1");
        try {
            rows.next();
        } finally {
            rows.close();
        }
    }

    void connectionOfTheStatementOk(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet rows = statement.executeQuery("SELECT 1");
            rows.next();
        }
        Statement another = connection.createStatement();
        another.getConnection().close();
    }

    void connectionOfTheStatementOfRowsOk(Statement statement) throws SQLException {
        ResultSet rows = statement.executeQuery("SELECT 1");
        try {
            rows.next();
        } finally {
            rows.getStatement().getConnection().close();
        }
    }

    void statementOfRowsByAHelperOk(Statement statement) throws SQLException {
        ResultSet rows = statement.executeQuery("SELECT 1");
        try {
            rows.next();
        } finally {
            end(rows);
        }
    }

    void statementOfItsOwnByAHelperOk(Connection connection) throws SQLException {
        ResultSet rows = connection.createStatement().executeQuery("SELECT 1"); // FP: temporary-never-closed
        try {
            rows.next();
        } finally {
            end(rows);
        }
    }

    private static void end(ResultSet rows) throws SQLException {
        rows.getStatement().close();
    }

    void statementOfRowsThatAHelperOnlyAsksBad(Connection connection) throws SQLException {
        ResultSet rows = connection.createStatement().executeQuery("SELECT 1"); // LEAK: never-closed // LEAK: temporary-never-closed
        limit(rows);
        rows.next();
    }

    private static void limit(ResultSet rows) throws SQLException {
        rows.getStatement().setMaxRows(5);
    }
}
