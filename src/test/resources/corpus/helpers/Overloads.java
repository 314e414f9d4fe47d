package corpus.helpers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Overloads: one closes, the other only counts. */
final class Overloads {
    private static void done(Statement statement) throws SQLException {
        statement.close();
    }

    private static void done(ResultSet rows) throws SQLException {
        System.out.println(rows.getRow());
    }

    void statementOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        done(statement);
    }

    void rowsBad(Statement statement) throws SQLException {
        ResultSet rows = statement.executeQuery("SELECT 1"); // LEAK: never-closed
        done(rows);
    }
}
